import { ensureScripts } from './features/desk/hotline-script/index.ts'
import { ensureArticles } from './features/desk/question/index.ts'
import { seedPolicy } from './features/money/policy/index.ts'
import { ensureSigningKeys } from './features/register/signing/index.ts'
import type { Platform } from './platform/platform.ts'

/** What the first start of a demo finds missing. In production nothing is made: there are no parameters before an office publishes its own. */
export async function prepareOffice(platform: Platform): Promise<void> {
  const { clock, environment } = platform
  if (environment.mode === 'demo') {
    const { trialMonthRows } = await import('./demo/trial-month.ts')
    await seedPolicy(platform, trialMonthRows(clock.today()))
  } else if (environment.mode !== 'production') await seedPolicy(platform)
  // An office made before offices signed gets its key here, so that it is published before the first paper it signs.
  await ensureSigningKeys(platform, 'start')
  // What the law says is the same in every office, in production as well.
  await ensureArticles(platform)
  await ensureScripts(platform)
  if (environment.mode !== 'demo') return
  // Loaded only here: an installation of production has neither the demo's people nor what makes them up.
  const { makeDemoOffice } = await import('./demo/make-demo-office.ts')
  await makeDemoOffice(platform)
}
