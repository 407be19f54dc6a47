/** Can this browser draw the map? Without WebGL, as on an old machine or a remote desk, the schematic map stands in. */
export function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}
