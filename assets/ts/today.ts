/** Today, in days since 1970 where the device is. */
export function today(): number {
  const now = new Date();
  return Math.floor((now.getTime() / 60000 - now.getTimezoneOffset()) / 1440);
}
