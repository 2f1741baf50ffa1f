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

/** A list that was handed in with the signatures of people who gave them on their phones. */
async function openSignatures(stage: Stage): Promise<void> {
  await at('/staff')(stage)
  const link = stage.page.locator('a[data-row][href*="/declarations/"]', { hasText: '昌平示范小学' }).first()
  await at(`${(await link.getAttribute('href')) ?? ''}?tab=people`)(stage)
}

async function openProposal({ page }: Stage): Promise<void> {
  await page.goto('/staff/policy/proposals')
  await page.locator('main a[href^="/staff/policy/proposals/"]').first().click()
  await page.locator('figure').waitFor()
  await page.waitForLoadState('networkidle')
}

export const staffScenes: Scene[] = [
  { name: 'queue', as: officer, open: at('/staff') },
  ...['form', 'people', 'history'].map((tab) => ({
    name: `review-${tab}`,
    as: officer,
    open: (stage: Stage) => openReview(stage, tab),
  })),
  { name: 'review-signatures', as: officer, open: openSignatures },
  {
    name: 'staff-employer',
    as: officer,
    open: async (stage) => {
      await openReview(stage, 'form')
      const link = stage.page.locator('main a[href^="/staff/employers/"]').first()
      await at((await link.getAttribute('href')) ?? '')(stage)
    },
  },
  {
    name: 'policy',
    as: officer,
    open: async (stage) => {
      await at('/staff/policy')(stage)
      await stage.page.locator('main table').waitFor()
    },
  },
  {
    name: 'policy-rule',
    as: officer,
    open: at('/staff/policy/rule?region=110000&name=BASE_FLOOR&insurance=PENSION&side=ALL&category=ALL'),
  },
  { name: 'policy-new', as: officer, open: at('/staff/policy/new') },
  { name: 'policy-proposals', as: officer, open: at('/staff/policy/proposals') },
  { name: 'policy-proposal-edit', as: officer, open: openProposal },
  {
    name: 'policy-proposal-problems',
    as: officer,
    open: async (stage) => {
      await openProposal(stage)
      // Never saved: what is no month is shown at once, and the page is left before the pause is over or taken back.
      await stage.page.locator('ol > li button[aria-expanded]').first().click()
      await stage.page.route('**/graphql', (route) => route.abort())
      await stage.page.locator('input[id$="-validFrom"]').first().fill('2026-10')
      await stage.page.locator('input[id$="-value"]').nth(1).fill('abc')
    },
  },
  { name: 'policy-proposal-read', as: auditor, open: openProposal },
  {
    name: 'policy-publish',
    as: reviewer,
    whole: false,
    open: async (stage) => {
      await openProposal(stage)
      await stage.page.getByRole('button', { name: stage.words('公布', 'Publish'), exact: true }).click()
    },
  },
  { name: 'queue-reviewer', as: reviewer, open: at('/staff') },
  { name: 'queue-auditor', as: auditor, open: at('/staff') },
  { name: 'delivery-log', as: auditor, open: at('/staff/delivery-log') },
  { name: 'inbox-staff', as: reviewer, open: at('/staff/inbox') },
  { name: 'audit', as: auditor, open: at('/staff/audit') },
]
