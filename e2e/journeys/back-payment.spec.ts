import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readRoster } from '@shebao/roster'
import { expect, test } from '../fixtures/test.ts'
import { comeIn } from '../fixtures/sign-in.ts'

/** Who takes the next step is said by name. */
const forOthers = /^“.+”(由| is for )|^您已办理前面的步骤|^You took an earlier step/

const password = 'Demo-2026-shebao'
const registrationNo = '1101080001'

/** The month before the three years that the demo office has on record. */
function monthBefore(): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  return `${Number(today.slice(0, 4)) - 3}-${today.slice(5, 7)}`
}

/** Somebody of the tour's employer who was there already. */
async function longServing(dataDirectory: string, month: string): Promise<string> {
  const name = `roster-${registrationNo}.xlsx`
  const roster = readRoster(await readFile(join(dataDirectory, 'demo', name)), name)
  const rows = roster.ok ? roster.file.rows : []
  const found = rows.find(({ draft }) => draft.hireDate !== undefined && draft.hireDate < month)
  return found?.draft.idNumber ?? ''
}

test('a month left out three years ago is applied for, checked, approved by another, billed and paid', async ({
  page,
  product,
  words,
  inspectPage,
  openTask,
}) => {
  const month = monthBefore()
  const idNumber = await longServing(product.dataDirectory, month)
  await comeIn(page, 'employer', registrationNo, password)
  await page.goto('/employer/back-payments')
  await inspectPage('back payments, empty', { bothWidths: true })
  await page.getByRole('link', { name: words('申请补缴', 'Apply for a back payment') }).click()
  const compute = page.getByRole('button', { name: words('计算', 'Compute') })
  await compute.click()
  await expect(page.getByText(words('请填写证件号码', 'Write the ID number'))).toBeVisible()
  await inspectPage('back payment, fields missing', { bothWidths: true })

  await page.getByLabel(words('证件号码', 'ID number')).fill(idNumber)
  await page.getByLabel(words('起始月份', 'First month')).fill(month)
  await page.getByLabel(words('截止月份', 'Last month')).fill(month.replace(/-\d\d$/, '-12'))
  await page.getByLabel(words('月工资', 'Monthly wage')).fill('12000')
  await page.getByLabel(words('补缴原因', 'Reason'), { exact: true }).fill('入职当月漏报')
  await page.getByLabel(words('劳动合同', 'Labour contract')).check()
  await page.getByLabel(words('材料编号或存放处', 'Numbers of the documents')).fill('劳动合同 2023-17 号')
  await compute.click()
  // The next month is on record: the line is named and nothing that was typed is lost.
  if (!month.endsWith('-12')) {
    await expect(page.getByText(words('这个月已经开单', 'This month has been billed')).first()).toBeVisible()
    await inspectPage('back payment refused', { bothWidths: true })
    await expect(page.getByLabel(words('证件号码', 'ID number'))).toHaveValue(idNumber)
    await page.getByLabel(words('截止月份', 'Last month')).fill(month)
    await compute.click()
  }
  await expect(page.getByRole('heading', { name: words('需要补缴', 'To be paid') })).toBeVisible()
  await inspectPage('planned back payment', { bothWidths: true })
  await page.getByRole('button', { name: words('提交申请', 'Submit'), exact: true }).click()
  const said = await page
    .getByText(/BJ\d{8,}[A-Z]*/)
    .first()
    .textContent()
  const number = /BJ\d{8,}[A-Z]*/.exec(said ?? '')?.[0] ?? ''
  await inspectPage('back payment applied for', { bothWidths: true })

  const officer = await openTask('back-payments', 'S1001', number)
  await officer.getByLabel(words('核对情况', 'What you found')).fill('合同与工资册相符')
  await officer.getByRole('button', { name: words('核对无误', 'Evidence is in order') }).click()
  await expect(officer.getByText(forOthers)).toBeVisible()

  const reviewer = await openTask('back-payments', 'S1002', number)
  const approve = words('批准并开单', 'Approve and bill')
  await reviewer.getByRole('button', { name: approve, exact: true }).click()
  await reviewer.getByRole('dialog').getByRole('button', { name: approve, exact: true }).click()
  await expect(reviewer.getByText(words('已开单', 'Billed')).first()).toBeVisible()

  await page.reload()
  await page.getByRole('listitem', { name: number }).getByRole('link').click()
  await expect(page.getByText(words('补缴', 'Back payment'), { exact: true }).first()).toBeVisible()
  await inspectPage('back payment billed', { bothWidths: true })

  // Paid to the end: a debt left standing would be missing in the annual inspection of whoever comes to this office next.
  await page.getByRole('button', { name: words('去缴费', 'Pay'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('前往银行付款', 'Go to the bank') })
    .click()
  await page.locator('button[value=pay]').click()
  await expect(page.getByText(words('已缴清', 'Paid, posted on')).first()).toBeVisible({ timeout: 60_000 })
})
