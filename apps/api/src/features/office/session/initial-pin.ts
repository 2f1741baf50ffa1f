/**
 * The initial card password: the last six digits of the identity number, with a final X read as 0 [PD]; numbers with fewer
 * than six digits are padded with zeros on the left [PD] (domain specification, section 8).
 */
export function initialPin(idNumber: string): string {
  const digits = idNumber.toUpperCase().replace(/X$/, '0').replace(/\D/g, '')
  return digits.slice(-6).padStart(6, '0')
}
