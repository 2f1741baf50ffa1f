import { expect, test } from '../fixtures/test.ts'
import { comeIn } from '../fixtures/sign-in.ts'

/** Who takes the next step is said by name. */
const forOthers = /^“.+”(由| is for )|^您已办理前面的步骤|^You took an earlier step/

const password = 'Demo-2026-shebao'

test('a wrongly declared month goes back by three pairs of eyes', async ({ page, words, inspectPage, openTask }) => {
  await comeIn(page, 'employer', '1101080001', password)
  await page.goto('/employer/refunds')
  await inspectPage('refunds, empty', { bothWidths: true })
  await page.getByRole('link', { name: words('申请退费', 'Apply for a refund') }).click()
  await page.getByLabel(words('费款所属期', 'Contribution month')).fill('2026-09')
  await page.getByLabel(words('职工', 'Employee'), { exact: true }).selectOption({ index: 1 })
  await page.getByLabel(words('原因', 'Reason'), { exact: true }).selectOption('WRONG_PERSON')
  await page.getByLabel(words('情况说明', 'What happened')).fill('申报时选错了人')
  await page.getByLabel(words('个人部分已转交本人', 'The personal share was passed on')).check()
  await page.getByRole('button', { name: words('计算', 'Compute') }).click()
  await expect(page.getByRole('heading', { name: words('将退回', 'Will go back') })).toBeVisible()
  await inspectPage('planned refund', { bothWidths: true })
  const share = page.getByRole('row', { name: words('养老保险', 'Pension') }).first()
  await share.getByRole('button').click()
  await expect(page.getByRole('dialog').getByText(words('基本养老保险（单位）', 'Pension, employer'))).toBeVisible()
  await inspectPage('planned refund, a share opened')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: words('提交申请', 'Apply'), exact: true }).click()
  const said = await page
    .getByText(/TF\d{8,}[A-Z]*/)
    .first()
    .textContent()
  const number = /TF\d{8,}[A-Z]*/.exec(said ?? '')?.[0] ?? ''
  await inspectPage('refund applied for', { bothWidths: true })

  const officer = await openTask('refunds', 'S1001', number)
  await officer.getByLabel(words('该月是否享受过待遇', 'Was a benefit drawn for the month?')).selectOption('no')
  await officer.getByLabel(words('核实所见的证据', 'Evidence you have seen')).fill('劳动合同 2026-17')
  await officer.getByRole('button', { name: words('核实通过', 'Verified'), exact: true }).click()
  await expect(officer.getByText(forOthers)).toBeVisible()

  const reviewer = await openTask('refunds', 'S1002', number)
  const approve = words('审批通过', 'Approve')
  await reviewer.getByRole('button', { name: approve, exact: true }).click()
  await reviewer.getByRole('dialog').getByRole('button', { name: approve, exact: true }).click()
  await expect(reviewer.getByText(forOthers)).toBeVisible()

  const head = await openTask('refunds', 'S1003', number)
  const hint = await head
    .getByText(/\*\d{4}/)
    .first()
    .textContent()
  await head.getByLabel(words('银行流水号', 'Bank reference')).fill(`SLIP-${number}`)
  await head.getByLabel(words('收款账户末四位', 'Last four digits')).fill(/\*(\d{4})/.exec(hint ?? '')?.[1] ?? '')
  const payOut = words('登记已退款', 'Enter as paid out')
  await head.getByRole('button', { name: payOut }).click()
  await head.getByRole('dialog').getByRole('button', { name: payOut }).click()
  await expect(head.getByText(words('已退款', 'Paid out')).first()).toBeVisible()

  await page.reload()
  await expect(page.getByText(words(`银行流水号 SLIP-${number}`, `Bank reference SLIP-${number}`))).toBeVisible()
  await inspectPage('refund paid out', { bothWidths: true })
})
