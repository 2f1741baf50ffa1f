/** A letter that was made, as an address this page can open; or why there is none. */
export type MadeLetter = { url: string } | { problem: 'SIGNED_OUT' | 'REFUSED' | 'BUSY' | 'CONNECTION' }

const unauthenticated = 401
const busy = 503

/**
 * Has the office make a letter with a secret in it. Each request makes another secret, so it is a POST and never a link; what came
 * stays in this page's memory alone.
 */
export async function makeLetter(path: string, body?: object): Promise<MadeLetter> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    })
    if (answer.ok) return { url: URL.createObjectURL(await answer.blob()) }
    if (answer.status === unauthenticated) return { problem: 'SIGNED_OUT' }
    return { problem: answer.status === busy ? 'BUSY' : 'REFUSED' }
  } catch {
    return { problem: 'CONNECTION' }
  }
}
