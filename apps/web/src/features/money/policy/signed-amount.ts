/** An amount with its direction: a change without a sign would be read as an amount. */
export function signed(fen: number, write: (fen: number) => string): string {
  return fen > 0 ? `+${write(fen)}` : write(fen)
}
