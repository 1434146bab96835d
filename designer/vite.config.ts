import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";
import { fonts } from "./build/fonts.ts";
import { icons } from "./build/icons.ts";
import { packed } from "./build/packed.ts";

const engine = process.env["ARMATURE_URL"] ?? "http://localhost:8080";
const own = ["/api", "/openapi", "/openapi.json", "/health"];

/** `npm run dev` shows the sources, with the data of a server that runs already (ARMATURE_URL). */
export default defineConfig(({ command }) => {
  // Whoever builds, a test run too, builds what is delivered.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return settings;
});

const settings = {
  plugins: [react(), fonts(), icons(), packed()],
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        // The name of what is shared would tell of all that share it.
        chunkFileNames: ({ name }) => `assets/${name.startsWith("shared~") ? "shared" : "[name]"}-[hash].js`,
        codeSplitting: {
          groups: [
            // What the first page needs comes in one piece: each request more is a way to the server and back.
            { name: "first", tags: ["$initial"] },
            // What pages share comes in pieces that are worth a request.
            { name: "shared", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 2_000 },
          ],
        },
      },
    },
  },
  json: { stringify: true },
  server: { proxy: Object.fromEntries(own.map((path) => [path, { target: engine, changeOrigin: true }])) },
} satisfies UserConfig;
