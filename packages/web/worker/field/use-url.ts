import { useEffect, useState } from 'react';

/** An address by which a page shows what lies in memory, for as long as it is shown; undefined at first. */
export function useUrl(blob: Blob): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
