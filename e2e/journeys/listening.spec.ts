import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listen } from '../fixtures/listen.ts'
import type { Product } from '../fixtures/product.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'
import { expectRoomForThumb } from '../fixtures/thumb.ts'

/** Two employers with a gap between them, and a card that was reported lost in writing. */
const person = '段续'
const oneTimeCode = 'DEMO-2026'
const cardPassword = '704913'

test('somebody who listens to the pages instead of seeing them', async ({ page, words, keyboard, product }) => {
  const { expectSaid, expectFocus } = await listen(page)
  const [number, password] = numberOf(product)
  const button = (zh: string, en: string) => page.getByRole('button', { name: words(zh, en), exact: true })
  const main = page.getByRole('main')
  const place = (zh: string, en: string) =>
    page.getByRole('navigation', { name: words('主导航', 'Main') }).getByRole('link', { name: words(zh, en) })

  await test.step('sign-in: a refusal is said, and the first field has the focus', async () => {
    await signIn(page, words, keyboard, 'me', number, '000000')
    await expectSaid(words('登录信息或验证码不正确', 'The details or the verification code are not right'))
    await expectFocus('textbox', words('身份证件号码', 'ID number'))
    await expect(page.locator('body')).toMatchAriaSnapshot(`
      - link "${words('跳到正文', 'Skip to content')}"
      - banner
      - main:
        - heading "${words('参保个人登录', 'Sign in to your record')}" [level=1]
        - alert
        - textbox "${words('身份证件号码', 'ID number')}"
        - textbox "${words('社保卡密码', 'Card password')}"
        - button "${words('显示密码', 'Show password')}"
        - button "${words('登录', 'Sign in')}"
        - navigation "${words('其他用户', 'Other users')}"
      - contentinfo
    `)
    await expectRoomForThumb(page, 'sign-in')
    await signIn(page, words, keyboard, 'me', number, password)
    for (const [field, typed] of Object.entries({ oneTimeCode, newPassword: cardPassword, repeated: cardPassword }))
      await page.locator(`input[name=${field}]`).fill(typed)
    await page.locator('button[type=submit]').click()
  })

  await test.step('home: whom it greets, the last month, the card, then the places', async () => {
    await expectFocus('heading', new RegExp(person))
    await expect(page.locator('body')).toMatchAriaSnapshot(`
      - banner:
        - link /${words('通知', 'Notifications')}/
        - button /${words('的账户', 'Account of')}/
      - main:
        - heading /${person}/ [level=1]
        - region "${words('最近的月份', 'Latest month')}":
          - heading /\\d{4}/ [level=2]
        - heading "${words('最近几个月', 'Last months')}" [level=2]
        - list
        - heading "${words('社会保障卡', 'Social security card')}" [level=2]
      - navigation "${words('主导航', 'Main')}":
        - list:
          - listitem:
            - link "${words('首页', 'Home')}"
          - listitem:
            - link "${words('记录', 'Record')}"
          - listitem:
            - link "${words('社保卡', 'Card')}"
          - listitem:
            - link "${words('问', 'Ask')}"
    `)
    await expectRoomForThumb(page, 'home')
  })

  await test.step('payment record: each month says what it is, and has the focus again when its window closes', async () => {
    await keyboard.press(place('记录', 'Record'))
    await expectFocus('heading', words('缴费记录', 'Payment record'))
    await expect(main).toMatchAriaSnapshot(`
      - heading "${words('缴费记录', 'Payment record')}" [level=1]
      - region "${words('逐月缴费情况', 'Contributions month by month')}":
        - heading /\\d{4}/ [level=2]
        - list /\\d{4}/:
          - listitem:
            - button /${words('1月.*养老.*已缴.*医疗.*已缴', 'January.*Pension Paid.*Medical Paid')}/
      - list "${words('每格从上到下的险种', 'Insurances, from the top of a cell')}"
      - list "${words('图例', 'What the signs say')}"
      - heading "${words('中断的月份', 'Gaps')}" [level=2]
    `)
    await expectRoomForThumb(page, 'payment record')
    const gap = page.getByRole('button', { name: words('养老保险 中断', 'Pension Gap') }).first()
    await keyboard.press(gap)
    await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
      - dialog /\\d{4}/:
        - heading /\\d{4}/ [level=2]
        - heading /\\d{4}/ [level=3]
        - group: ${words('中断有什么影响', 'What a gap does')}
        - paragraph:
          - link "${words('就这个月向经办机构提问', 'Ask the office about this month')}"
        - button "${words('关闭', 'Close')}"
    `)
    await page.keyboard.press('Escape')
    await expect(gap).toBeFocused()
    await keyboard.press(button('把记录保留在本机', 'Keep my record on this device'))
    await expectFocus('heading', words('没有网络时也能查看', 'To be read without a network'))
  })

  await test.step('rights record: the answer is said, and the button that was pressed keeps the focus', async () => {
    await keyboard.press(page.getByRole('link', { name: words('个人权益记录', 'Rights record') }))
    await expectFocus('heading', words('个人权益记录', 'Rights record'))
    await expect(main).toMatchAriaSnapshot(`
      - heading "${words('个人权益记录', 'Rights record')}" [level=1]
      - region "${words('登记情况', 'Registration')}"
      - region /\\d{4}/
      - region "${words('养老保险个人账户', 'Personal pension account')}"
      - region "${words('年度权益记录单', 'Yearly statements')}"
    `)
    await expectRoomForThumb(page, 'rights record')
    const check = page.getByRole('button', { name: words('有无更正', 'for corrections') }).first()
    await keyboard.press(check)
    await expectSaid(words('没有需要更正的内容', 'Nothing was corrected'))
    await expect(check).toBeFocused()
  })

  await test.step('card: what was done is said with what the card is now', async () => {
    await keyboard.press(place('社保卡', 'Card'))
    await expectFocus('heading', words('社会保障卡', 'Social security card'))
    await expect(main).toMatchAriaSnapshot(`
      - heading "${words('社会保障卡', 'Social security card')}" [level=1]
      - article /\\*/:
        - heading "${words('社会保障应用', 'Social security application')}" [level=2]
        - heading "${words('金融应用', 'Bank application')}" [level=2]
        - heading "${words('现在可以办理', 'What you can do now')}" [level=2]
        - list:
          - listitem:
            - heading [level=3]
    `)
    await expectRoomForThumb(page, 'card')
    await keyboard.press(button('申请补卡', 'Apply for a new card'))
    const sure = page.getByRole('dialog')
    await expect(sure.locator(':focus')).toHaveCount(1)
    await keyboard.press(sure.getByRole('button', { name: words('申请补卡', 'Apply for a new card') }))
    await expectSaid(words('已办理。', 'Done. '))
    await expectFocus('heading', words('社会保障卡', 'Social security card'))
  })

  await test.step('question: what is found is said; the form begins at its heading, and its number is said', async () => {
    await keyboard.press(place('问', 'Ask'))
    await expectFocus('heading', words('问', 'Ask'))
    await keyboard.type(page.getByRole('searchbox'), 'zzzz')
    await expectSaid(words('没有找到相关解答', 'Nothing fits'))
    await keyboard.press(button('问经办机构', 'Ask the office'))
    await expectFocus('heading', words('问经办机构', 'Ask the office'))
    await expect(main.locator('form')).toMatchAriaSnapshot(`
      - combobox "${words('我要', 'I want to')}"
      - combobox
      - combobox "${words('关于', 'About')}"
      - textbox "${words('您的问题', 'Your question')}"
      - button "${words('提交', 'Send')}"
    `)
    await expectRoomForThumb(page, 'question')
    await keyboard.type(
      page.getByRole('textbox', { name: words('您的问题', 'Your question') }),
      '断缴两个月有什么影响？',
    )
    await keyboard.press(button('提交', 'Send'))
    await expectSaid(words('已提交，编号', 'Sent, number'))
    await expectFocus('heading', words('问', 'Ask'))
  })
})

/** Number and first password, from the demo's own file. */
function numberOf({ dataDirectory }: Product): [string, string] {
  const rows = readFileSync(join(dataDirectory, 'demo/people.csv'), 'utf8').split(/\r?\n/)
  const [, , number, password] = rows.find((row) => row.startsWith(`${person},`))?.split(',') ?? []
  if (!number || !password) throw new Error(`people.csv does not name ${person}.`)
  return [number, password]
}
