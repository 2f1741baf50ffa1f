/** Percent of the browser's own font size, so that whoever made that larger has both. */
export const textSizes = ['100', '125', '150'] as const
export type TextSize = (typeof textSizes)[number]

export interface ReadingAids {
  text: TextSize
  /** Undefined: as the system asks. */
  contrast: 'more' | 'normal' | undefined
}

const textKey = 'shebao.text-size'
const contrastKey = 'shebao.contrast'
const systemAsks = '(prefers-contrast: more)'

/** Kept with the device, not the account: who shares an account's screen need not share its reader's eyes. A browser that keeps nothing has the defaults. */
export function readAids(): ReadingAids {
  const [text, contrast] = [kept(textKey), kept(contrastKey)]
  return {
    text: textSizes.find((size) => size === text) ?? '100',
    contrast: contrast === 'more' || contrast === 'normal' ? contrast : undefined,
  }
}

export function keepAids({ text, contrast }: ReadingAids): void {
  keep(textKey, text === '100' ? undefined : text)
  keep(contrastKey, contrast)
  void mark({ text, contrast })
}

/** Marks the root; the colours come only for whoever wants them. Sizes are parts of the browser's own, since everything written is in rem. */
function mark(aids: ReadingAids): Promise<unknown> {
  const root = document.documentElement
  const more = isContrastMore(aids)
  root.style.fontSize = aids.text === '100' ? '' : `${aids.text}%`
  root.dataset['contrast'] = more ? 'more' : 'normal'
  return more ? import('../ui/contrast.css').catch(() => undefined) : Promise.resolve()
}

const applyAids = () => void mark(readAids())

export const isContrastMore = ({ contrast }: ReadingAids) =>
  contrast === undefined ? globalThis.matchMedia(systemAsks).matches : contrast === 'more'

/** Follows the system, and a choice made in another window. `draw` waits until no page is first shown in the other way. */
export function followAids(draw: () => void): void {
  globalThis.matchMedia(systemAsks).addEventListener('change', applyAids)
  globalThis.addEventListener('storage', applyAids)
  const aids = readAids()
  if (isContrastMore(aids)) void mark(aids).then(draw)
  else {
    void mark(aids)
    draw()
  }
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing: the choice holds until the page is left, by the marks of the root.
  }
}
