/** Returns today's date in the device's time zone, in days since 1970. Before 1970 it is 0. */
export function today(): number {
  const now = new Date();
  return Math.max(Math.floor((now.getTime() / 60000 - now.getTimezoneOffset()) / 1440), 0);
}
