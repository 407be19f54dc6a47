/** The longest side sent, in pixels: enough to read a number plate, small enough for a slow network. */
const longest = 1920;
const quality = 0.85;

/**
 * A photo made small enough to send, as JPEG, without the camera's metadata (its position among them).
 * A format this browser cannot draw (HEIC outside Safari) is given back as it is: the server can.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!bitmap) return file;
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  return jpeg ?? file;
}
