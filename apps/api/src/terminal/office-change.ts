import { changeOffice } from '../features/register/office/index.ts'
import { openPlatform } from '../open-platform.ts'
import { particularFields } from './office-fields.ts'
import { askTwo } from './ask-two.ts'
import { terminalOrigin } from './office-create.ts'
import { commandWords } from './office-words.ts'
import { readFields } from './read-fields.ts'
import { exitCodes } from './terminal.ts'
import type { Command } from './terminal.ts'

const changeable = particularFields.filter(({ name }) => name !== 'region')

/** `office change`: any particulars but the region, on which everything hangs. */
export const officeChange: Command = async (terminal, argv) => {
  const words = commandWords[terminal.environment.language]
  const read = await readFields(terminal, argv, changeable, 'GIVEN')
  const asked = read.ok ? Object.keys(read.answers).length : 0
  if (!read.ok || asked === 0) {
    terminal.note(...(read.ok ? [] : read.problems), words.usageChange)
    return exitCodes.usage
  }
  const { platform, close } = await openPlatform(terminal.environment, terminal.logger, 'AS_IT_IS')
  try {
    let outcome = await changeOffice(platform, terminalOrigin, read.answers)
    if (outcome.kind === 'TWO_NEEDED') {
      const people = await askTwo(platform, terminal, outcome)
      if (!people) return exitCodes.refused
      outcome = await changeOffice(platform, terminalOrigin, read.answers, people)
    }
    if (outcome.kind === 'CHANGED') {
      terminal.say(words.changed)
      return exitCodes.done
    }
    terminal.note(outcome.kind === 'NO_OFFICE' ? words.noOffice : words.nothingChanged)
    return exitCodes.refused
  } finally {
    await close()
  }
}
