import { asOffice } from '../../platform/tenancy.ts'
import { cutConnections } from './cuts.ts'
import { openFaultPlatform } from './fault-platform.ts'
import { perform } from './requests.ts'
import type { Setting } from './requests.ts'
import type { ServedAnswer, ServedRequest } from './storm.ts'

// A process that serves requests until it kills itself, before a statement that its seed draws: what SIGKILL leaves behind is what
// a power cut of the API does.

interface Beginning {
  connectionString: string
  setting: Setting
  seed: number
}

process.once('message', ({ connectionString, setting, seed }: Beginning) => {
  const platform = openFaultPlatform(connectionString)
  cutConnections({ seed, ways: ['DEATH'] })
  process.on('message', ({ nth, request }: ServedRequest) => {
    const tell = (answer: ServedAnswer) => process.send?.(answer)
    asOffice('TEST', () => perform(platform, setting, request)).then(
      (answer) => tell({ nth, answer }),
      (error: unknown) => tell({ nth, failed: String(error) }),
    )
  })
})
process.once('disconnect', () => process.exit())
