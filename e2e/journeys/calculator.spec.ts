import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'

const query = '?region=110000&period=2024-07&wage=10000.00&class=1'

test('a visitor works out a premium, corrects a wage and sends the link', async ({
  page,
  context,
  words,
  inspectPage,
}) => {
  await page.goto('/')
  await page
    .getByRole('main')
    .getByRole('link', { name: words('缴费计算器', 'Premium calculator') })
    .click()
  await expect(page).toHaveURL(/\/calculator$/u)
  await inspectPage('empty calculator')

  const wage = page.getByRole('textbox', { name: words('月平均工资', 'Average monthly wage') })
  const calculate = page.getByRole('button', { name: words('计算', 'Calculate'), exact: true })
  await page.getByRole('combobox', { name: words('参保地', 'Insured in') }).selectOption(words('北京市', 'Beijing'))
  await page.getByRole('combobox', { name: words('所属期', 'Month') }).selectOption(words('2024年7月', 'July 2024'))

  await wage.fill('ten')
  await calculate.click()
  const refusal = words('工资应为数字，如 10000.00', 'A wage is a number like 10000.00')
  await expect(page.getByRole('alert').getByText(refusal)).toBeVisible()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(wage).toHaveValue('ten')
  await expect(wage).toHaveAccessibleDescription(new RegExp(refusal, 'u'))
  await inspectPage('refused wage')

  await wage.fill('10,000')
  await calculate.click()
  await expect(page).toHaveURL(new RegExp(`\\${query}$`, 'u'))
  await expect(page.getByRole('heading', { name: words('计算结果', 'Result') })).toBeFocused()
  await expectResult(page, words)
  await inspectPage('result')

  await page
    .getByRole('button', { name: /20\.00/u })
    .last()
    .click()
  await expect(page.getByRole('dialog')).toContainText(words('缴费基数 × 费率', 'base × rate'))
  await inspectPage('derivation')
  await page.keyboard.press('Escape')

  await page.getByText(words('全部计算过程', 'The whole derivation')).click()
  await inspectPage('whole derivation')

  const link = await page.getByLabel(words('这次计算的链接', 'Link to this calculation')).inputValue()
  const other = await context.newPage()
  await other.goto(link)
  await expectResult(other, words)
  await other.close()

  await page.reload()
  await expectResult(page, words)
  await page.goBack()
  await expect(wage).toHaveValue('ten')
  await expect(page.getByText(refusal).first()).toBeVisible()
  await page.goForward()
  await expectResult(page, words)
})

test('the page says what it has no parameters for, and what it is not sure of', async ({
  page,
  words,
  inspectPage,
}) => {
  await page.goto('/calculator?region=440300&period=2024-07&wage=10000.00&class=1')
  await expect(
    page.getByText(words('没有广东省深圳市2024年7月的缴费标准', 'No parameters for Shenzhen, July 2024')),
  ).toBeVisible()
  await inspectPage('unknown region')
  await page.goto('/calculator?region=310000&period=2023-07&wage=10000.00&class=1')
  await expect(page.getByText(words('该地的标准自2024年7月起', 'begin in July 2024'))).toBeVisible()
  await page.goto('/calculator?region=310000&period=2024-07&wage=500.00&class=1')
  await expect(page.getByRole('status').filter({ hasText: words('未经核实', 'Not verified') })).toBeVisible()
  await inspectPage('warnings')
})

async function expectResult(page: Page, words: (zh: string, en: string) => string) {
  for (const [name, amount] of [
    [words('单位缴纳', 'Employer pays'), '2,650.00'],
    [words('个人缴纳', 'Employee pays'), '1,053.00'],
    [words('合计', 'Together'), '3,703.00'],
    [words('扣除个人缴费后', 'Left of the wage'), '8,947.00'],
  ] as const) {
    const figure = page.locator('dl > div').filter({ has: page.locator('dt').getByText(name, { exact: true }) })
    await expect(figure).toContainText(amount)
  }
}
