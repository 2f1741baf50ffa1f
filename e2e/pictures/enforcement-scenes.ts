import { at, clerkOf, operatorOf, staffMember } from './scene.ts'
import type { Account, Scene, Stage } from './scene.ts'

const officer = staffMember('S1001')
const demanded = clerkOf('1101090031')

/** The case of a unit, as the list of whoever reads it has it. */
const caseOf =
  (list: string, unit: string): Scene['open'] =>
  async (stage: Stage) => {
    const { page, words } = stage
    await at(list)(stage)
    const link = page.locator('main li a', { hasText: unit }).first()
    const more = page.getByRole('button', { name: words('显示更多', 'Show more') })
    while (!(await link.isVisible()) && (await more.isVisible())) {
      await more.click()
      await page.waitForLoadState('networkidle')
    }
    await link.click()
    await page.locator('main ol li').first().waitFor()
    await page.waitForLoadState('networkidle')
  }

const casesAs = (as: Account, list: string, units: Readonly<Record<string, string>>): Scene[] =>
  Object.entries(units).map(([name, unit]) => ({ name: `enforcement-${name}`, as, open: caseOf(list, unit) }))

/** Article 63 as each body sees it, and pages of the staff that no other scene passes by. */
export const enforcementScenes: Scene[] = [
  { name: 'enforcement-list', as: officer, open: at('/staff/enforcement') },
  ...casesAs(officer, '/staff/enforcement', {
    'case-overdue': '永定五金',
    'case-ordered': '限期服装',
    'case-queried': '问户食品',
    'case-deferred': '缓缴印刷',
    'case-shortfall': '不足门窗',
    'case-court': '待裁机电',
    'case-whole': '久拖建材',
  }),
  { name: 'enforcement-department', as: operatorOf('D1001'), open: at('/partner/enforcement') },
  ...casesAs(operatorOf('D1001'), '/partner/enforcement', { 'department-case': '催告家具' }),
  { name: 'enforcement-court', as: operatorOf('F1001'), open: at('/partner/enforcement') },
  ...casesAs(operatorOf('F1001'), '/partner/enforcement', { 'court-case': '准执陶瓷' }),
  { name: 'enforcement-employer', as: demanded, open: at('/employer/enforcement') },
  ...casesAs(demanded, '/employer/enforcement', { 'employer-case': '催告家具' }),
  { name: 'enforcement-bills', as: demanded, open: at('/employer/bills') },
  { name: 'rights-window', as: officer, open: at('/staff/rights') },
  { name: 'figures', as: officer, open: at('/staff/figures') },
  { name: 'transfers', as: officer, open: at('/staff/transfers') },
  {
    name: 'transfer',
    as: officer,
    open: async (stage) => {
      await at('/staff/transfers')(stage)
      const link = stage.page.locator('main a[href*="/transfers/"]:not([href$="/in"]):not([href$="/out"])').first()
      await at((await link.getAttribute('href')) ?? '/staff/transfers')(stage)
    },
  },
]
