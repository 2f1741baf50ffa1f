import { at, staffMember } from './scene.ts'
import type { Scene, Stage } from './scene.ts'

const officer = staffMember('S1001')
const reviewer = staffMember('S1002')
const auditor = staffMember('S1004')

async function openReview(stage: Stage, tab: string): Promise<void> {
  await at('/staff')(stage)
  const link = stage.page.locator('a[data-row][href*="/declarations/"]').first()
  await at(`${(await link.getAttribute('href')) ?? ''}?tab=${tab}`)(stage)
}

export const staffScenes: Scene[] = [
  { name: 'queue', as: officer, open: at('/staff') },
  ...['form', 'people', 'history'].map((tab) => ({
    name: `review-${tab}`,
    as: officer,
    open: (stage: Stage) => openReview(stage, tab),
  })),
  {
    name: 'staff-employer',
    as: officer,
    open: async (stage) => {
      await openReview(stage, 'form')
      const link = stage.page.locator('main a[href^="/staff/employers/"]').first()
      await at((await link.getAttribute('href')) ?? '')(stage)
    },
  },
  { name: 'queue-reviewer', as: reviewer, open: at('/staff') },
  { name: 'queue-auditor', as: auditor, open: at('/staff') },
  { name: 'audit', as: auditor, open: at('/staff/audit') },
]
