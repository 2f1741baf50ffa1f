import { may } from '../access/permissions.ts'
import type { StaffMember } from '../access/viewer.ts'
import { proveStaff } from '../features/office/session/index.ts'
import type { ChangeOfficeOutcome, PayeePeople } from '../features/register/office/index.ts'
import type { Platform } from '../platform/platform.ts'
import { terminalOrigin } from './office-create.ts'
import { commandWords } from './office-words.ts'
import type { Terminal } from './terminal.ts'

type TwoNeeded = Extract<ChangeOfficeOutcome, { kind: 'TWO_NEEDED' }>

/** Two of the staff, one after the other, look at the account of now and the one that is to be; nothing where one does not agree. */
export async function askTwo(
  platform: Platform,
  terminal: Terminal,
  { before, after }: TwoNeeded,
): Promise<PayeePeople | undefined> {
  const words = commandWords[terminal.environment.language]
  if (!terminal.ask || !terminal.askSecret) {
    terminal.note(words.twoAtTerminal)
    return undefined
  }
  const inFull = ({ payeeNumber, payeeName, payeeBank }: TwoNeeded['before']) =>
    [payeeNumber, payeeName, payeeBank].map((part) => part ?? '—').join('　')
  terminal.note(words.payeeBefore(inFull(before)), words.payeeAfter(inFull(after)))
  const changedBy = await askOne(platform, terminal, words.firstPerson)
  if (!changedBy) return undefined
  if (!may(changedBy, 'payee:change')) return refuse(terminal, words.mayNotChange)
  const confirmedBy = await askOne(platform, terminal, words.secondPerson)
  if (!confirmedBy) return undefined
  if (!may(confirmedBy, 'payee:confirm')) return refuse(terminal, words.mayNotConfirm)
  if (confirmedBy.accountId === changedBy.accountId) return refuse(terminal, words.samePerson)
  const answer = (await terminal.ask(`${words.payeeAfter(inFull(after))}\n${words.confirmPayee} `)).trim().toLowerCase()
  if (['y', 'yes', '是'].includes(answer)) return { changedBy, confirmedBy }
  return refuse(terminal, words.notConfirmed)
}

async function askOne(platform: Platform, terminal: Terminal, who: string): Promise<StaffMember | undefined> {
  const words = commandWords[terminal.environment.language]
  const [staffNo, password] = [
    (await terminal.ask?.(`${who} `)) ?? '',
    (await terminal.askSecret?.(`${words.password} `)) ?? '',
  ]
  const askCode = async () => (await terminal.askSecret?.(`${words.secondFactor} `)) ?? ''
  const person = await proveStaff(platform, terminalOrigin, staffNo, password, askCode)
  return person ?? refuse(terminal, words.notProven)
}

function refuse(terminal: Terminal, why: string): undefined {
  terminal.note(why)
  return undefined
}
