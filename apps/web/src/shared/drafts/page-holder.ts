const prefix = 'shebao.page.'

/** This page of this tab. A reload is another page; what the page before kept is then nobody's and is taken over. */
export const thisPage: string = globalThis.crypto?.randomUUID?.() ?? `${Date.now()}-${Math.random()}`

let held = false

/** Says to other tabs that this page lives. The browser itself takes the sign away when the tab is closed or killed. */
export function holdThisPage(): void {
  if (held || !('locks' in navigator)) return
  held = true
  navigator.locks.request(prefix + thisPage, () => new Promise<never>(() => undefined)).catch(() => undefined)
}

/**
 * Other pages that live. Where the browser cannot tell, nobody seems to live: a tab then shows what another is still typing, and both
 * keep their own.
 */
export async function otherLivingPages(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set()
  const { held: locks = [] } = await navigator.locks.query()
  const names = locks.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : []))
  return new Set(names.filter((name) => name !== thisPage))
}
