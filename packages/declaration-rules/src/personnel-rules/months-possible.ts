/** Months of `year` in which someone hired on `hireDay` (YYYYMMDD) and gone on `leaveDay` (0: still there) can have
 * worked, the first and the last month included. */
export function monthsPossible(hireDay: number, leaveDay: number, year: number): number {
  const hireYear = Math.trunc(hireDay / 10000)
  const leaveYear = leaveDay === 0 ? year + 1 : Math.trunc(leaveDay / 10000)
  if (hireYear > year || leaveYear < year) return 0
  const first = hireYear < year ? 1 : Math.trunc(hireDay / 100) % 100
  const last = leaveYear > year ? 12 : Math.trunc(leaveDay / 100) % 100
  return Math.max(0, last - first + 1)
}
