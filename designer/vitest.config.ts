import { defineConfig } from "vitest/config";

// Compiling the types of a whole tenant, or starting a server, takes a busy machine its time.
export default defineConfig({ test: { testTimeout: 180_000, hookTimeout: 180_000 } });
