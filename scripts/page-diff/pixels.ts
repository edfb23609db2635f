/** Two pictures → the second, pale, with what differs in red. Runs in the browser: its canvas reads PNG, so no package need be added. */
export async function redDifferences({ old, fresh }: { old: string; fresh: string }): Promise<{ picture: string; pixels: number }> {
  const load = async (data: string): Promise<HTMLImageElement> => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    return image;
  };
  const images = [await load(old), await load(fresh)];
  const width = Math.max(...images.map((image) => image.width));
  const height = Math.max(...images.map((image) => image.height));
  const [before, after] = images.map((image) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, width, height);
  }) as [ImageData, ImageData];
  let pixels = 0;
  for (let at = 0; at < after.data.length; at += 4) {
    const distance = Math.abs(before.data[at]! - after.data[at]!) + Math.abs(before.data[at + 1]! - after.data[at + 1]!) + Math.abs(before.data[at + 2]! - after.data[at + 2]!) + Math.abs(before.data[at + 3]! - after.data[at + 3]!);
    // A shade less is the browser's rounding, not the editor's change.
    const differs = distance > 24;
    if (differs) pixels++;
    for (let channel = 0; channel < 3; channel++) after.data[at + channel] = differs ? (channel === 0 ? 208 : 0) : 255 - (255 - after.data[at + channel]!) / 4;
    after.data[at + 3] = 255;
  }
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')!.putImageData(after, 0, 0);
  return { picture: canvas.toDataURL('image/png').split(',')[1]!, pixels };
}
