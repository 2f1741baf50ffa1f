import type { Page } from '@playwright/test'
import { buildCamt053, buildTreasuryCsv, statementOf } from '@shebao/sandbox-bank/statement'
import type { BookedEntry } from '@shebao/sandbox-bank/statement'
import { comeIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const password = 'Demo-2026-shebao'
const both = { bothWidths: true }
/** Before the demo office’s first month: nothing of the office’s own stands on it. */
const day = '2023-03-15'
/** As the product has it when nothing is configured. */
const account = { number: '1100600000000018', name: '社会保险基金收入户（示范）', bank: '示范银行' }

const line = (reference: string, amount: number, payerName: string): BookedEntry => ({
  reference,
  endToEndId: null,
  amount,
  directDebit: false,
  bookedOn: day,
  valueDate: day,
  payerName,
  payerAccount: '6200123456789012',
  remittance: '社保费',
})
const entries = [line('E2E-1', 120_000, '无名付款人'), line('E2E-2', 345_600, '另一付款人')]
const bankFile = buildCamt053(statementOf(account, entries, day))
const treasuryFile = buildTreasuryCsv(statementOf(account, entries, day))

async function bring(page: Page, name: string, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(text) })
}

// Every Tab is pressed in the main job and in a month; here it is enough that Tab could.
test.use({ pressEveryTab: false })

test('a day is compared, each item decided, and closed by somebody else', async ({
  page,
  browser,
  product,
  words,
  inspectPage,
}) => {
  const main = page.getByRole('main')
  await test.step('files come: one cut in half, one whole, the same again', async () => {
    await comeIn(page, 'staff', 'S1001', password)
    await page.goto('/staff/reconciliation')
    await inspectPage('days', both)
    await bring(page, 'half.xml', bankFile.slice(0, bankFile.length / 2))
    await expect(main.getByText(words('未导入', 'Not taken in'))).toBeVisible()
    await expect(main.getByText(words('文件可能被截断', 'cut or damaged'))).toBeVisible()
    await inspectPage('refused statement', both)
    await bring(page, 'whole.xml', bankFile)
    await expect(main.getByText(words('2 笔来款待认领', '2 transfers to be identified'))).toBeVisible()
    await bring(page, 'again.xml', bankFile)
    await expect(main.getByText(words('未重复导入', 'taken in before'))).toBeVisible()
    await inspectPage('statement brought twice', both)
  })

  await test.step('the day stays open while something is undecided', async () => {
    await page.goto(`/staff/reconciliation/${day}`)
    await expect(main.getByText(words('还不能关账', 'Not ready to close'))).toContainText(
      words('缺国库入库清单', 'treasury list is missing'),
    )
    await bring(page, 'treasury.csv', treasuryFile)
    await expect(main.getByText(words('还不能关账', 'Not ready to close'))).not.toContainText(
      words('缺国库入库清单', 'treasury list is missing'),
    )
    await inspectPage('day with open items', both)
    await page
      .getByRole('button', { name: /4,656\.00/ })
      .first()
      .click()
    await expect(page.getByText('另一付款人 · E2E-2')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('what one brought another releases; until then nothing is decided', async () => {
    await expect(main.getByText(words('须由他人放行', 'until somebody else releases it'))).toBeVisible()
    await page.locator('button[data-row]').first().click()
    await expect(page.getByText(words('待他人放行后才能处理', 'once somebody else has released it'))).toBeVisible()
    await page.keyboard.press('Escape')
    await inspectPage('day held', both)
    await asReviewer(async (other) => {
      const verb = words('核对无误，放行', 'Compared: release it')
      await other.getByRole('button', { name: verb }).click()
      await other.getByRole('dialog').getByRole('button', { name: verb }).click()
      await expect(other.getByRole('button', { name: verb })).toHaveCount(0)
    })
    await page.reload()
  })

  await test.step('one goes back to its payer; the other, whose payer is another, takes two people', async () => {
    await decide(page, '无名付款人', words('退还付款人', 'Return to the payer'))
    await decide(page, '另一付款人', words('认领到单位', 'Assign to an employer'), async () => {
      await page.getByLabel(words('单位编号或信用代码', 'Registration number or credit code')).fill('1101050003')
      await page.getByRole('button', { name: words('查找', 'Find'), exact: true }).click()
      await expect(main.locator('output')).toContainText('1101050003')
      await expect(main.getByText(words('付款人与该单位不一致', 'The payer is not this employer'))).toBeVisible()
    })
    await asReviewer(async (other) => {
      await other.locator('button[data-row]', { hasText: '另一付款人' }).click()
      const verb = words('确认认领', 'Confirm')
      await other.getByRole('button', { name: verb, exact: true }).click()
      await expect(other.getByRole('dialog').getByText(/叁仟肆佰伍拾陆元整/)).toBeVisible()
      await other.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
      await expect(other.getByRole('button', { name: words('撤回此处理', 'Take this back') })).toBeVisible()
    })
    await page.reload()
    await expect(main.getByText(words('须由经办人员或负责人中未处理过', 'who decided none of its items'))).toBeVisible()
    await inspectPage('day ready to close', both)
  })

  await test.step('who decided does not close; somebody else does', async () => {
    await close(page)
    await expect(main.getByText(words('须由他人关账', 'somebody else closes it'))).toBeVisible()
    const context = await browser.newContext({ baseURL: product.url, locale: words('zh-CN', 'en') })
    const head = await context.newPage()
    await comeIn(head, 'staff', 'S1003', password)
    await head.goto(`/staff/reconciliation/${day}`)
    await close(head)
    await expect(head.getByText(words('已关账', 'Closed')).first()).toBeVisible()
    await context.close()
    await page.reload()
    await expect(main.locator('input[type=file]')).toHaveCount(0)
    await inspectPage('closed day', both)
  })

  async function decide(at: Page, payer: string, choice: string, more?: () => Promise<void>): Promise<void> {
    await at.locator('button[data-row]', { hasText: payer }).click()
    const panel = at.getByRole('complementary', { name: words('事项明细', 'The item') })
    await panel.getByRole('button', { name: choice }).first().click()
    await more?.()
    await panel.locator('textarea[name=note]').fill('已电话核实付款人')
    await inspectPage(`deciding: ${choice}`, both)
    await panel.locator('button[type=submit]').click()
    const ask = at.getByRole('dialog').getByRole('button', { name: words('提交他人确认', 'Ask a second person') })
    if (more) await ask.click()
    await expect(panel.locator('form')).toHaveCount(0)
  }

  /** A colleague on the same day, in a browser of their own. */
  async function asReviewer(work: (other: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ baseURL: product.url, locale: words('zh-CN', 'en') })
    const other = await context.newPage()
    await comeIn(other, 'staff', 'S1002', password)
    await other.goto(`/staff/reconciliation/${day}`)
    await work(other)
    await context.close()
  }

  async function close(at: Page): Promise<void> {
    const verb = words('关账', 'Close the day')
    await at.getByRole('main').getByRole('button', { name: verb, exact: true }).click()
    await at.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
  }
})
