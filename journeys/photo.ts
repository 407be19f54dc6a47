import sharp from 'sharp';

/** Where the telling photo was taken: nobody but the camera knows. Degrees, minutes and seconds, as cameras write them. */
const position = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '22/1 33/1 1234/100',
  GPSLongitudeRef: 'E',
  GPSLongitude: '114/1 6/1 4321/100',
};

/** A photo as a phone takes it: large, JPEG, and telling in its EXIF where its owner stood. */
export async function tellingPhoto(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1800">
    <rect width="2400" height="1800" fill="#25303a"/><rect y="1300" width="2400" height="500" fill="#4a4f55"/>
    <rect x="1180" y="300" width="40" height="1100" fill="#8b9299"/><path d="M1200 320h420v50h-420z" fill="#8b9299"/>
    <ellipse cx="1600" cy="400" rx="110" ry="40" fill="#59616a"/></svg>`;
  const buffer = await sharp(Buffer.from(svg))
    .withExif({ IFD0: { Make: 'Camera' }, IFD3: position })
    .jpeg()
    .toBuffer();
  return { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer };
}

/** Does the picture still say anything of its owner or camera? */
export const tells = async (picture: Buffer): Promise<boolean> =>
  (await sharp(picture).metadata()).exif !== undefined;
