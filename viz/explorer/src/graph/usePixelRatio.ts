import { useEffect, useState } from "react";

/** How many pixels of the screen one of the page has; it changes where the page is zoomed or goes to another screen. */
export function usePixelRatio(): number {
  const [ratio, setRatio] = useState(devicePixelRatio);
  useEffect(() => {
    const same = matchMedia(`(resolution: ${ratio}dppx)`);
    const change = () => setRatio(devicePixelRatio);
    same.addEventListener("change", change);
    return () => same.removeEventListener("change", change);
  }, [ratio]);
  return ratio;
}
