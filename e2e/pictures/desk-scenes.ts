import { at, staffMember } from './scene.ts'
import type { Scene, Stage } from './scene.ts'

const officer = staffMember('S1001')

/** The oldest day of the list in whose row this is found. */
async function openDay(stage: Stage, row: string): Promise<void> {
  await at('/staff/reconciliation')(stage)
  const link = stage.page.locator(row).last().locator('a[data-row]')
  await at((await link.getAttribute('href')) ?? '')(stage)
}

const openDayWithItems = (stage: Stage) => openDay(stage, 'tr[data-open=true]')

/** Where staff work with money that came or goes back. */
export const deskScenes: Scene[] = [
  { name: 'reconciliation', as: officer, open: at('/staff/reconciliation') },
  { name: 'reconciliation-open', as: officer, open: openDayWithItems },
  {
    name: 'reconciliation-item',
    as: officer,
    open: async (stage) => {
      await openDayWithItems(stage)
      await stage.page.locator('button[data-row]').first().click()
      await stage.page.getByRole('complementary', { name: stage.words('事项明细', 'The item') }).waitFor()
    },
  },
  {
    name: 'reconciliation-claim',
    as: officer,
    open: async (stage) => {
      await openDayWithItems(stage)
      await stage.page.locator('button[data-row]').first().click()
      await stage.page
        .getByRole('button', { name: stage.words('认领到单位', 'Assign to an employer') })
        .first()
        .click()
    },
  },
  {
    name: 'reconciliation-columns',
    as: officer,
    open: async (stage) => {
      await at('/staff/reconciliation')(stage)
      const table = '某某银行,交易清单\n发生日,凭单,进账,出账,来源\n2026-11-24,A1,12.00,,甲公司\n'
      const file = { name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
      await stage.page.locator('input[type=file]').setInputFiles(file)
      await stage.page.getByRole('button', { name: stage.words('按此读入', 'Read it so') }).waitFor()
    },
  },
  { name: 'reconciliation-closed', as: officer, open: (stage) => openDay(stage, 'tbody tr') },
  { name: 'billing-run', as: officer, open: at('/staff/billing') },
  { name: 'refunds-desk', as: officer, open: at('/staff/refunds') },
  { name: 'write-offs', as: officer, open: at('/staff/write-offs') },
  { name: 'back-payments-desk', as: officer, open: at('/staff/back-payments') },
]
