/** Offers a text as a file. */
export function downloadText(name: string, type: string, text: string): void {
  offer(name, URL.createObjectURL(new Blob([text], { type })));
}

/** Offers an SVG drawn at twice its size as PNG, on white. */
export async function downloadPng(name: string, svg: string, width: number, height: number): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  offer(name, canvas.toDataURL("image/png"));
}

function offer(name: string, address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
