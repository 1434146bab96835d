/** In pixels of the picture, whatever room it has on the screen. */
export const WIDTH = 480;
export const HEIGHT = 140;

const INK = "#1d2d3e";
const LARGEST = 54;
const MARGIN = 24;

type Surface = CanvasRenderingContext2D;
type Spot = readonly [number, number];

export const blank = (surface: Surface) => surface.clearRect(0, 0, WIDTH, HEIGHT);

export function startAt(surface: Surface, spot: Spot): void {
  surface.lineWidth = 2.2;
  surface.lineCap = "round";
  surface.lineJoin = "round";
  surface.strokeStyle = INK;
  surface.beginPath();
  surface.moveTo(...spot);
}

export function drawTo(surface: Surface, spot: Spot): void {
  surface.lineTo(...spot);
  surface.stroke();
}

/** A name in slanted letters, as large as there is room. */
export function writeName(surface: Surface, name: string): void {
  blank(surface);
  const font = (size: number) => `italic ${size}px "Snell Roundhand", "Segoe Script", "Brush Script MT", cursive`;
  surface.font = font(LARGEST);
  const size = Math.min(LARGEST, (LARGEST * (WIDTH - 2 * MARGIN)) / Math.max(surface.measureText(name).width, 1));
  surface.font = font(size);
  surface.fillStyle = INK;
  surface.textBaseline = "middle";
  surface.fillText(name, MARGIN, HEIGHT / 2);
}

export function isBlank(canvas: HTMLCanvasElement): boolean {
  const pixels = canvas.getContext("2d")?.getImageData(0, 0, WIDTH, HEIGHT).data ?? [];
  return pixels.every((channel) => channel === 0);
}

export function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No picture"))), "image/png"));
}
