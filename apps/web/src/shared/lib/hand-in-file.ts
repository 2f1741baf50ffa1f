import { FILE_LIMITS } from '@shebao/kernel'

/** Why a file was not taken: the office's own codes, and those of the way to it. */
export const handInRefusals = [
  'EMPTY',
  'TOO_LARGE',
  'TYPE_NOT_TAKEN',
  'INFECTED',
  'TOO_MANY_LOOSE',
  'SIGNED_OUT',
  'NOT_ALLOWED',
  'BUSY',
  'FAILED',
] as const
export type HandInRefusal = (typeof handInRefusals)[number]

export type HandedIn = { kind: 'KEPT'; id: string; name: string } | { kind: 'REFUSED'; code: HandInRefusal }

/** As the office refuses it: saying so before it is sent saves the wait. */
const mostBytes = FILE_LIMITS.bytes

const refused = (code: HandInRefusal): HandedIn => ({ kind: 'REFUSED', code })
const byStatus: Readonly<Record<number, HandInRefusal>> = {
  401: 'SIGNED_OUT',
  403: 'NOT_ALLOWED',
  413: 'TOO_LARGE',
  503: 'BUSY',
}

/**
 * Hands a file in; it is its sender's alone until it is sent with a step. `onShare` is told how much of it is there, from 0 to 1,
 * which `fetch` cannot tell.
 */
export const handInFile = (file: File, watch: HandInWatch): Promise<HandedIn> =>
  sendFile(file, watch, { to: '/attachments', headers: {} })

export interface HandInWatch {
  onShare: (share: number) => void
  signal: AbortSignal
}

/** The same for whoever has another way in than a session. */
export function sendFile(
  file: File,
  { onShare, signal }: HandInWatch,
  { to, headers }: { to: string; headers: Readonly<Record<string, string>> },
): Promise<HandedIn> {
  if (file.size === 0) return Promise.resolve(refused('EMPTY'))
  if (file.size > mostBytes) return Promise.resolve(refused('TOO_LARGE'))
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${to}?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => resolve(answerOf(request.status, request.responseText)))
    for (const end of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(end, () => resolve(refused('FAILED')))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function answerOf(status: number, text: string): HandedIn {
  const code = byStatus[status]
  if (code) return refused(code)
  if (status !== 200) return refused('FAILED')
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer !== 'object' || answer === null || !('kind' in answer)) return refused('FAILED')
    if (answer.kind === 'refused' && 'code' in answer)
      return refused(handInRefusals.find((known) => known === answer.code) ?? 'FAILED')
    if ('id' in answer && typeof answer.id === 'string' && 'name' in answer && typeof answer.name === 'string')
      return { kind: 'KEPT', id: answer.id, name: answer.name }
    return refused('FAILED')
  } catch {
    return refused('FAILED')
  }
}

/** Takes a file back that was handed in and sent with nothing. Should it fail, the office throws the file away within a day. */
export async function withdrawFile(id: string): Promise<void> {
  await fetch(`/attachments/${id}`, { method: 'DELETE', credentials: 'same-origin' }).catch(() => undefined)
}
