import { checkToken } from '../check-token.ts'
import type { PublishedKey, TokenVerdict } from '../check-token.ts'
import { findTokens } from '../token.ts'
import { pageWords } from './page-words.ts'
import { tokensOfPdf } from './read-pdf.ts'

interface PageData {
  keys: readonly PublishedKey[]
  address: string
  madeOn: string
}

const find = (id: string): HTMLElement => {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no ${id}.`)
  return element
}

/** Written by the office that made this page, and by nobody else. */
const pageData: PageData = JSON.parse(find('data').textContent)
let language: 'zh' | 'en' = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
/** What was answered last, to be said again in the other language. */
let say: () => void = () => undefined

const words = () => pageWords[language]

function element(name: string, content: string | readonly Node[] = [], className = ''): HTMLElement {
  const made = document.createElement(name)
  if (className) made.className = className
  if (typeof content === 'string') made.textContent = content
  else made.append(...content)
  return made
}

function answer(make: () => readonly Node[]): void {
  say = () => find('answers').replaceChildren(...make())
  say()
}

const note = (text: string) => [element('p', text, 'note')]

function verdictBox(verdict: TokenVerdict): HTMLElement {
  const [heading, text] = words().states[verdict.state]
  const box = element('section', [element('h2', heading), element('p', text)], verdict.state.toLowerCase())
  if (verdict.state === 'UNREADABLE') return box
  const { facts } = verdict
  const office = 'key' in verdict ? verdict.key.office : undefined
  const officeName = office && (language === 'zh' ? office.nameZh : office.nameEn)
  const rows: [string, string][] = [
    [words().office, officeName ? `${officeName} (${facts.office})` : facts.office],
    [words().kind, words().kinds[facts.kind] ?? facts.kind],
    [words().number, facts.number],
    [words().holder, facts.holder],
    [words().concerning, facts.concerning.replace('/', ' – ')],
    [words().issuedOn, facts.issuedOn],
    ...(facts.total === undefined ? [] : [[words().total, yuanText(facts.total)] satisfies [string, string]]),
    [words().code, facts.verifyCode.match(/.{1,4}/g)?.join('-') ?? ''],
    [words().hash, facts.contentHash],
    [words().key, facts.keyId],
  ]
  box.append(
    element(
      'dl',
      rows.flatMap(([label, value]) => [element('dt', label), element('dd', value)]),
    ),
  )
  if (verdict.state === 'GENUINE')
    box.append(element('p', words().compare), element('p', words().notWithdrawn(pageData.address)))
  return box
}

const yuanText = (total: number): string =>
  `¥ ${Math.trunc(total / 100).toLocaleString('en')}.${String(total % 100).padStart(2, '0')}`

async function check(tokens: readonly string[]): Promise<void> {
  try {
    const verdicts = await Promise.all(tokens.map((token) => checkToken(token, pageData.keys)))
    // Whatever does not hold must not be looked for among many that do.
    const holds = verdicts.filter(({ state }) => state === 'GENUINE')
    const shown = [...verdicts.filter(({ state }) => state !== 'GENUINE'), ...holds]
    answer(() => [
      ...(shown.length > 1 ? note(words().several(shown.length, holds.length)) : []),
      ...shown.map(verdictBox),
    ])
  } catch {
    answer(() => note(words().tooOld))
  }
}

async function checkText(text: string): Promise<void> {
  const tokens = findTokens(text)
  if (tokens.length > 0) return check(tokens)
  const trimmed = text.trim()
  if (trimmed === '') return answer(() => note(words().nothing))
  if (trimmed.replaceAll(/[\s-]/g, '').length <= 16) return answer(() => note(words().codeOnly(pageData.address)))
  return check([trimmed])
}

async function checkFile(file: File): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).indexOf('%PDF-') === -1)
    return answer(() => note(words().noPdf(file.name)))
  const tokens = await tokensOfPdf(bytes)
  return tokens.length > 0 ? check(tokens) : answer(() => note(words().noToken(file.name)))
}

function write(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = words().title
  for (const id of ['title', 'lead', 'paste', 'pasteHint', 'file', 'check', 'keys'] as const)
    find(`word-${id}`).textContent = words()[id]
  find('word-keysText').textContent = words().keysText(pageData.madeOn, pageData.address)
  find('key-list').replaceChildren(
    ...pageData.keys.map(({ id, office, publicKey, from, until }) =>
      element('li', [
        element('strong', language === 'zh' ? office.nameZh : office.nameEn),
        document.createTextNode(` ${id} · ${from} – ${until === null ? words().inUse : words().until(until)}`),
        element('code', publicKey),
      ]),
    ),
  )
  for (const button of document.querySelectorAll('button[data-language]'))
    button.setAttribute('aria-pressed', String(button.getAttribute('data-language') === language))
  say()
}

function begin(): void {
  const text = find('text')
  const file = find('pdf')
  if (!(text instanceof HTMLTextAreaElement) || !(file instanceof HTMLInputElement)) return
  find('form').addEventListener('submit', (event) => {
    event.preventDefault()
    void checkText(text.value)
  })
  text.addEventListener('keydown', (event) => {
    // A scanner ends with Enter.
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    void checkText(text.value)
  })
  // What is scanned next replaces what was checked.
  text.addEventListener('focus', () => text.select())
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? []
    if (chosen) void checkFile(chosen)
    file.value = ''
  })
  document.addEventListener('dragover', (event) => event.preventDefault())
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    const [dropped] = event.dataTransfer?.files ?? []
    if (dropped) void checkFile(dropped)
  })
  for (const button of document.querySelectorAll('button[data-language]'))
    button.addEventListener('click', () => {
      language = button.getAttribute('data-language') === 'zh' ? 'zh' : 'en'
      write()
    })
  write()
}

begin()
