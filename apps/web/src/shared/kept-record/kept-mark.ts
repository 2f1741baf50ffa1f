const key = 'shebao.kept-record'

// Told without opening a database, so that frames can look at every sign-in.

export function mark(account: string): void {
  localStorage.setItem(key, account)
}

export function unmark(): void {
  localStorage.removeItem(key)
}

/** Nobody but whoever keeps a record here finds it on signing in; `undefined` asks for nobody. */
export async function forgetUnlessOf(account: string | undefined): Promise<void> {
  const owner = readMark()
  if (owner === null || owner === account) return
  await (await import('./kept-record.ts')).forgetKept()
}

function readMark(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
