import { comeIn } from '../fixtures/sign-in.ts'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

/** A unit of the demo office whose last month is overdue; no other journey pays for it. */
const registrationNo = '1101110011'
const both = { bothWidths: true }

/** Every five minutes a job draws what is overdue, once there is an agreement: not between signing and pressing. */
async function untilNoJobIsNear(page: Page): Promise<void> {
  const [every, needed] = [300_000, 30_000]
  const left = every - (Date.now() % every)
  if (left < needed) await page.waitForTimeout(left + 3_000)
}

test('an employer signs a direct debit at its bank, has a bill drawn, and ends the agreement', async ({
  page,
  words,
  inspectPage,
}) => {
  const main = page.getByRole('main')
  await test.step('it signs at the bank', async () => {
    await untilNoJobIsNear(page)
    await comeIn(page, 'employer', registrationNo, 'Demo-2026-shebao')
    await page.goto('/employer/bills')
    await main.getByRole('link', { name: words('签订委托扣款协议', 'Sign a direct-debit agreement') }).click()
    await expect(main.getByText(words('没有有效的协议', 'No agreement in force'))).toBeVisible()
    await inspectPage('no agreement', both)
    await main.getByRole('button', { name: words('去银行签约', 'Sign at the bank') }).click()
    const agree = page.locator('button[value=agree]')
    await expect(agree).toBeVisible()
    await inspectPage('the bank’s agreement', both)
    await agree.click()
    await expect(main.getByText(words('有效', 'In force'), { exact: true }).first()).toBeVisible({ timeout: 30_000 })
    await inspectPage('agreement in force', both)
  })

  await test.step('the overdue bill is drawn with its late fee', async () => {
    await page.goto('/employer/bills')
    await main
      .locator('tr', { has: page.getByText(/^(逾期 \d+ 天|Overdue \d+ days?)$/) })
      .getByRole('link')
      .first()
      .click()
    await inspectPage('overdue bill with an agreement', both)
    await main.getByRole('button', { name: words('现在扣款', 'Debit now') }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(words('从签约账户', 'from your account'))
    await dialog.getByRole('button', { name: words('扣款', 'Debit') }).click()
    await expect(main.getByText(words('已缴清', 'Paid, posted on')).first()).toBeVisible({ timeout: 60_000 })
    await expect(main.getByText(words('委托扣款', 'Direct debit')).first()).toBeVisible()
    await inspectPage('bill paid by direct debit', both)
  })

  await test.step('it ends the agreement', async () => {
    await page.goto('/employer/bills/agreement')
    await main.getByRole('button', { name: words('终止协议', 'End the agreement') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('终止协议', 'End the agreement') })
      .click()
    await expect(main.getByText(words('没有有效的协议', 'No agreement in force'))).toBeVisible()
    await expect(main.getByText(words('由本单位终止', 'Ended by you')).first()).toBeVisible()
    await inspectPage('agreement ended', both)
  })
})
