import sharp from 'sharp';

/** A camera's photo: left half red, right half blue, lying on its side where `orientation` says so, with a position in it. */
export function cameraPhoto({ width = 640, height = 480, orientation = 1 } = {}): Promise<Buffer> {
  const blue = {
    create: { width: Math.ceil(width / 2), height, channels: 3 as const, background: { r: 0, g: 0, b: 255 } },
  };
  return sharp({ create: { width, height, channels: 3, background: { r: 255, g: 0, b: 0 } } })
    .composite([{ input: blue, left: Math.floor(width / 2), top: 0 }])
    .withExif({
      IFD0: { Make: 'Marker Camera Works', Copyright: 'MARKER-EXIF' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '22/1 33/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '114/1 5/1 0/1',
      },
    })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
}
