import { type ReactElement, useEffect, useState } from "react";

/** ，已 12 秒: that something long is still going on. Silent for the first seconds; begins anew with its key. */
export function Elapsed(): ReactElement | null {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const begun = Date.now();
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - begun) / 1_000)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return seconds < 3 ? null : <>，已 {seconds} 秒</>;
}
