/** Today, in days since 1970 where the device is. A device whose clock stands before that has the first of them. */
export function today(): number {
  const now = new Date();
  return Math.max(Math.floor((now.getTime() / 60000 - now.getTimezoneOffset()) / 1440), 0);
}
