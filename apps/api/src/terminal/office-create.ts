import { createFirstAdministrator, drawInitialPassword } from '../features/office/session/index.ts'
import { createOffice } from '../features/register/office/index.ts'
import type { OfficeParticulars } from '../features/register/office/index.ts'
import { openPlatform } from '../open-platform.ts'
import { secretKeyFile } from '../platform/secret-key.ts'
import { administratorFields, particularFields } from './office-fields.ts'
import type { FieldName } from './office-fields.ts'
import { commandWords } from './office-words.ts'
import { readFields } from './read-fields.ts'
import type { Answers } from './read-fields.ts'
import { exitCodes } from './terminal.ts'
import type { Command, Terminal } from './terminal.ts'

const fields = [...particularFields, ...administratorFields]

/** In the trail: who has the server in hand, not who signed in. */
export const terminalOrigin = 'terminal'

/**
 * `office create`: from an empty database to an office that can be signed in to. Everything is checked before anything is made,
 * and what is made is made at once.
 */
export const officeCreate: Command = async (terminal, argv) => {
  const words = commandWords[terminal.environment.language]
  if (terminal.environment.mode === 'demo') {
    terminal.note(words.notInDemo)
    return exitCodes.refused
  }
  const read = await readFields(terminal, argv, fields, 'ALL')
  if (!read.ok) {
    terminal.note(...read.problems, words.usageCreate)
    return exitCodes.usage
  }
  if (!(await confirmed(terminal, read.answers))) return exitCodes.refused
  const { password, passwordHash } = await drawInitialPassword()
  const { platform, close } = await openPlatform(terminal.environment, terminal.logger, 'SET_UP')
  try {
    const administrator = { staffNo: need(read.answers, 'adminNo'), displayName: need(read.answers, 'adminName') }
    const outcome = await createOffice(platform, terminalOrigin, particularsOf(read.answers), (officeId) =>
      createFirstAdministrator(platform, terminalOrigin, officeId, administrator, passwordHash),
    )
    if (outcome.kind === 'OFFICE_EXISTS') {
      const name = terminal.environment.language === 'en' ? outcome.nameEn : outcome.nameZh
      terminal.note(words.officeExists(name, outcome.region))
      return exitCodes.refused
    }
    terminal.say(...words.created(administrator.staffNo, password))
    if (!terminal.environment.secretKey) terminal.say(words.keepKey(secretKeyFile(terminal.environment)))
    return exitCodes.done
  } finally {
    await close()
  }
}

async function confirmed(terminal: Terminal, answers: Answers): Promise<boolean> {
  if (!terminal.ask) return true
  const { language } = terminal.environment
  const words = commandWords[language]
  terminal.note('', ...fields.map(({ name, label }) => `${label[language]}: ${answers[name] ?? ''}`))
  const answer = (await terminal.ask(`\n${words.confirmCreate} `)).trim().toLowerCase()
  if (['y', 'yes', '是'].includes(answer)) return true
  terminal.note(words.notMade)
  return false
}

function need(answers: Answers, name: FieldName): string {
  const value = answers[name]
  if (value === undefined) throw new Error(`${name} was not read.`)
  return value
}

function particularsOf(answers: Answers): OfficeParticulars {
  return {
    region: need(answers, 'region'),
    nameZh: need(answers, 'nameZh'),
    nameEn: need(answers, 'nameEn'),
    addressZh: need(answers, 'addressZh'),
    addressEn: need(answers, 'addressEn'),
    phone: need(answers, 'phone'),
    sealText: need(answers, 'sealText'),
    payeeNumber: need(answers, 'payeeNumber'),
    payeeName: need(answers, 'payeeName'),
    payeeBank: need(answers, 'payeeBank'),
  }
}
