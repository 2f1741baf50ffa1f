import type { Page } from '@playwright/test'
import { comeIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

/** Who takes the next step is said by name. */
const forOthers = /^“.+”(由| is for )|^您已办理前面的步骤|^You took an earlier step/

const password = 'Demo-2026-shebao'
/** A rate that the example proposal of the demo office does not touch, far enough ahead to be open in any demo. */
const file = (value: string) => `format: shebao-parameters/1
rows:
  - region: "110000"
    insurance: ALL
    side: ALL
    category: ALL
    name: MINIMUM_WAGE
    value: ${value}
    validFrom: "2030-01"
    validTo: null
    docNo: 示例〔2029〕1号
    publishedOn: "2029-12-01"
    source: 示例
    verified: true
`

async function importFile(page: Page, words: (zh: string, en: string) => string, title: string, text: string) {
  await page.getByLabel(words('方案名称', 'Title')).fill(title)
  await page.getByLabel(words('导入文件（XLSX、CSV、YAML 或 JSON）', 'A file (XLSX, CSV, YAML or JSON)')).check()
  await page.getByLabel(words('参数文件', 'Parameter file')).setInputFiles({
    name: 'parameters.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(text),
  })
  await page.getByRole('button', { name: words('导入', 'Import'), exact: true }).click()
}

// Every Tab is pressed in the main job and in a month; here it is enough that Tab could.
test.use({ pressEveryTab: false })

test('parameters are imported, put right, simulated, and published by a second person', async ({
  page,
  words,
  browser,
  product,
  inspectPage,
}) => {
  const title = words('最低工资 2030', 'Minimum wage 2030')
  const proposal = await test.step('an officer imports a file, first with a mistake', async () => {
    await comeIn(page, 'staff', 'S1001', password)
    await page.goto('/staff/policy')
    await expect(page.getByRole('link', { name: words('最低工资标准', /minimum wage/i.source) }).first()).toBeVisible()
    await inspectPage('parameters in force', { bothWidths: true })
    await page.getByRole('link', { name: words('新建方案', 'New proposal') }).click()
    await inspectPage('new proposal', { bothWidths: true })
    await importFile(page, words, title, file('2600.5'))
    await expect(page.getByRole('alert')).toContainText(words('第 1 行', 'row 1'))
    await inspectPage('refused file', { bothWidths: true })
    await importFile(page, words, title, file('260000'))
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    return page.url()
  })

  await test.step('what is typed is judged at once and saved', async () => {
    const value = page.getByLabel(words('取值', 'Value'), { exact: true })
    await expect(value).toHaveValue('2600.00')
    await value.fill(words('两千六', 'lots'))
    await expect(page.getByText(words('不是金额', 'is no amount')).first()).toBeVisible()
    await inspectPage('proposal with a problem', { bothWidths: true })
    await value.fill('2650')
    await expect(page.getByText(words('没有发现问题。', 'Nothing found.'))).toBeVisible()
    await expect(page.getByText(words('已保存', 'Saved')).first()).toBeVisible()
  })

  await test.step('it is simulated on the last billed month; its writer cannot publish it', async () => {
    await page.getByRole('button', { name: words('开始试算', 'Simulate'), exact: true }).click()
    await expect(page.locator('figure')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText(forOthers)).toBeVisible()
    await inspectPage('simulation', { bothWidths: true })
    const shares = page.getByRole('table', { name: words('按险种和承担方', 'By insurance and side') })
    await shares.getByRole('button').first().click()
    await expect(page.getByText(words('按下限缴费的人员', 'People at the floor'))).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('a reviewer publishes it, and it is there from its month on', async () => {
    const context = await browser.newContext({ baseURL: product.url, locale: words('zh-CN', 'en') })
    const second = await context.newPage()
    await comeIn(second, 'staff', 'S1002', password)
    await second.goto(proposal)
    await second.getByRole('button', { name: words('公布', 'Publish'), exact: true }).click()
    const dialog = second.getByRole('dialog')
    await expect(dialog).toContainText('2030')
    await dialog.getByRole('button', { name: words('公布这 1 行参数', 'Publish this row') }).click()
    await expect(second.getByText(words('已公布', 'Published'), { exact: true })).toBeVisible()
    await second.goto('/staff/policy?name=MINIMUM_WAGE')
    await expect(second.getByText('2,650.00')).toBeVisible()
    await context.close()
  })

  await test.step('the parameters that anyone computes by have it', async () => {
    await page.goto('/staff/policy/rule?region=110000&name=MINIMUM_WAGE&insurance=ALL&side=ALL&category=ALL')
    await expect(page.getByText('2,650.00')).toBeVisible()
    await expect(page.getByText('示例〔2029〕1号')).toBeVisible()
    await inspectPage('one parameter over time', { bothWidths: true })
    const answer = await page.request.get('/policy/parameters.json?region=110000')
    const { rows } = (await answer.json()) as { rows: { name: string; value: number; validFrom: string }[] }
    expect(rows).toContainEqual(expect.objectContaining({ name: 'MINIMUM_WAGE', value: 265_000, validFrom: '2030-01' }))
  })
})
