import { SaxesParser } from 'saxes'

/**
 * What VoiceXML 2.1 (W3C Recommendation 19 June 2007, on 2.0 of 16 March 2004) and SRGS 1.0 allow of the elements our dialogue uses:
 * written from the two specifications, element by element. An element or attribute that is not here is refused, whatever it is.
 */
interface Model {
  readonly attributes: Readonly<Record<string, RegExp>>
  readonly needs?: readonly string[]
  readonly children: readonly string[]
  readonly text?: boolean
}

const [anything, yes, time, count, identifier] = [
  /[\s\S]/,
  /^(true|false)$/,
  /^\d+(\.\d+)?m?s$/,
  /^\d+$/,
  /^[A-Za-z_][\w-]*$/,
]
const executable = [
  'assign',
  'clear',
  'disconnect',
  'exit',
  'goto',
  'if',
  'prompt',
  'reprompt',
  'submit',
  'throw',
  'value',
  'var',
]
const handlers = ['catch', 'error', 'help', 'noinput', 'nomatch']
const items = [...handlers, 'filled', 'grammar', 'prompt', 'property', 'value']
const item = { name: identifier, expr: anything, cond: anything }
const rules = ['item', 'one-of', 'ruleref', 'tag', 'token']

const elements: Readonly<Record<string, Model>> = {
  vxml: {
    attributes: {
      version: /^2\.[01]$/,
      xmlns: /^http:\/\/www\.w3\.org\/2001\/vxml$/,
      'xml:lang': /^[A-Za-z]{2}(-[A-Za-z]+)?$/,
      application: anything,
    },
    needs: ['version', 'xmlns'],
    children: [...handlers, 'form', 'link', 'menu', 'meta', 'property', 'script', 'var'],
  },
  property: { attributes: { name: anything, value: anything }, needs: ['name', 'value'], children: [] },
  var: { attributes: { name: identifier, expr: anything }, needs: ['name'], children: [] },
  assign: { attributes: { name: identifier, expr: anything }, needs: ['name', 'expr'], children: [] },
  catch: { attributes: { event: /^[\w.]+( [\w.]+)*$/, count, cond: anything }, children: executable, text: true },
  noinput: { attributes: { count, cond: anything }, children: executable, text: true },
  nomatch: { attributes: { count, cond: anything }, children: executable, text: true },
  form: {
    attributes: { id: identifier, scope: /^(dialog|document)$/ },
    children: [
      ...handlers,
      'block',
      'field',
      'filled',
      'grammar',
      'initial',
      'link',
      'property',
      'record',
      'subdialog',
      'transfer',
      'var',
    ],
  },
  block: { attributes: item, children: executable, text: true },
  field: {
    attributes: { ...item, type: anything, slot: anything, modal: yes },
    children: [...items, 'link', 'option'],
    text: true,
  },
  record: {
    attributes: {
      ...item,
      modal: yes,
      beep: yes,
      maxtime: time,
      finalsilence: time,
      dtmfterm: yes,
      type: /^[\w-]+\/[\w.+-]+$/,
    },
    children: items,
    text: true,
  },
  transfer: {
    attributes: {
      ...item,
      dest: /^(tel|sips?):\S+$/,
      destexpr: anything,
      type: /^(bridge|blind|consultation)$/,
      bridge: yes,
      connecttimeout: time,
      maxtime: time,
      transferaudio: anything,
      aai: anything,
    },
    children: items,
    text: true,
  },
  prompt: {
    attributes: {
      bargein: yes,
      bargeintype: /^(speech|hotword)$/,
      cond: anything,
      count,
      timeout: time,
      'xml:lang': anything,
    },
    children: ['audio', 'break', 'enumerate', 'p', 's', 'say-as', 'value'],
    text: true,
  },
  filled: { attributes: { mode: /^(any|all)$/, namelist: anything }, children: executable, text: true },
  submit: {
    attributes: {
      next: /^\/hotline\//,
      method: /^(get|post)$/,
      namelist: /^[A-Za-z]\w*( [A-Za-z]\w*)*$/,
      enctype: /^(multipart\/form-data|application\/x-www-form-urlencoded)$/,
      fetchtimeout: time,
    },
    needs: ['next'],
    children: [],
  },
  reprompt: { attributes: {}, children: [] },
  disconnect: { attributes: { namelist: anything }, children: [] },
  grammar: {
    attributes: {
      mode: /^(dtmf|voice)$/,
      version: /^1\.0$/,
      root: identifier,
      'xml:lang': anything,
      type: anything,
      src: anything,
    },
    needs: ['version'],
    children: ['rule', 'meta', 'lexicon', 'tag'],
  },
  rule: { attributes: { id: identifier, scope: /^(public|private)$/ }, needs: ['id'], children: rules, text: true },
  'one-of': { attributes: { 'xml:lang': anything }, children: ['item'] },
  item: {
    attributes: { repeat: /^\d+(-\d*)?$/, 'repeat-prob': anything, weight: anything },
    children: rules,
    text: true,
  },
  ruleref: { attributes: { uri: /^#[A-Za-z]\w*$/, special: /^(NULL|VOID|GARBAGE)$/ }, children: [] },
}

/** What of a document the specifications do not allow; well-formedness is asked, too. */
export function findVoiceXmlFaults(source: string): string[] {
  const faults: string[] = []
  const path: string[] = []
  const names: { rules: Set<string>; references: string[] }[] = []
  const parser = new SaxesParser()
  parser.on('error', ({ message }) => faults.push(message))
  parser.on('opentag', ({ name, attributes }) => {
    const model = elements[name]
    const parent = path.at(-1)
    path.push(name)
    if (!model) return void faults.push(`<${name}> is none`)
    if (parent === undefined ? name !== 'vxml' : !elements[parent]?.children.includes(name))
      faults.push(`<${name}> in <${parent ?? 'document'}>`)
    for (const [key, value] of Object.entries(attributes))
      if (!model.attributes[key]?.test(value)) faults.push(`<${name} ${key}="${value}">`)
    for (const key of model.needs ?? []) if (!(key in attributes)) faults.push(`<${name}> without ${key}`)
    if (name === 'grammar') names.push({ rules: new Set(), references: [String(attributes['root'] ?? '')] })
    if (name === 'rule') names.at(-1)?.rules.add(String(attributes['id']))
    if (name === 'ruleref') names.at(-1)?.references.push(String(attributes['uri']).slice(1))
  })
  parser.on('closetag', () => void path.pop())
  parser.on('text', (text) => {
    if (text.trim() !== '' && !elements[path.at(-1) ?? '']?.text) faults.push(`text in <${path.at(-1)}>`)
  })
  parser.write(source).close()
  for (const { rules: known, references } of names)
    for (const one of references) if (!known.has(one)) faults.push(`no rule ${one}`)
  return faults
}
