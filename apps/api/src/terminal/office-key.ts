import { findOffice } from '../features/register/office/index.ts'
import { replaceSigningKey } from '../features/register/signing/index.ts'
import { openPlatform } from '../open-platform.ts'
import { terminalOrigin } from './office-create.ts'
import { commandWords } from './office-words.ts'
import { exitCodes } from './terminal.ts'
import type { Command } from './terminal.ts'

/** `office new-key --yes`: another key signs from now on, as when somebody may have seen the one in use. */
export const officeKey: Command = async (terminal, argv) => {
  const words = commandWords[terminal.environment.language]
  if (argv.length !== 1 || argv[0] !== '--yes') {
    terminal.note(words.confirmKey)
    return exitCodes.usage
  }
  const { platform, close } = await openPlatform(terminal.environment, terminal.logger, 'AS_IT_IS')
  try {
    const office = await findOffice(platform)
    if (!office) {
      terminal.note(words.noOffice)
      return exitCodes.refused
    }
    const { before, now } = await replaceSigningKey(platform, office.id, terminalOrigin)
    terminal.say(words.keyReplaced(before, now))
    return exitCodes.done
  } finally {
    await close()
  }
}
