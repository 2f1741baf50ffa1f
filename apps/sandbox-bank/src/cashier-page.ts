import { cashierWords } from './cashier-words.ts'
import type { CashierLanguage } from './cashier-words.ts'
import { BEHAVIOURS } from './order.ts'
import type { Order } from './order.ts'
import { choices, escapeHtml, page, terms, withLanguage, yuan } from './page.ts'
import type { OrderState } from '@shebao/bank-protocol'

export const cashierCss = `
:root{color-scheme:light dark;--paper:#f4f5f8;--surface:#fff;--ink:#181b24;--soft:#555b6b;--line:#d5d9e3;--accent:#243f8f;--on:#fff;--warn:#f6ecd3}
@media (prefers-color-scheme:dark){:root{--paper:#12141a;--surface:#1c1f28;--ink:#eceef4;--soft:#adb3c3;--line:#3a4050;--accent:#9db4ff;--on:#10131b;--warn:#3a2f16}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;font-variant-numeric:tabular-nums}
header{display:flex;justify-content:space-between;align-items:center;gap:16px;padding:12px 16px;background:var(--surface);border-bottom:1px solid var(--line)}
header strong{font-size:18px}
main{max-width:560px;margin:0 auto;padding:24px 16px 48px}
h1{margin:0 0 16px;font-size:24px;line-height:1.3}
a{color:var(--accent)}
.sandbox{margin:0 0 16px;padding:8px 12px;border-radius:6px;background:var(--warn);font-size:14px}
.amount{margin:0 0 16px;padding:16px;border-radius:6px;background:var(--surface);border:1px solid var(--line)}
.amount span{display:block;color:var(--soft)}
.amount b{font-size:34px;line-height:1.3}
dl{display:grid;grid-template-columns:auto 1fr;gap:8px 16px;margin:0 0 24px}
dt{color:var(--soft)}dd{margin:0;text-align:right;overflow-wrap:anywhere}
button{width:100%;min-height:48px;margin:0 0 12px;padding:8px 16px;border-radius:6px;border:1px solid var(--accent);background:transparent;color:var(--accent);font:inherit;cursor:pointer}
button.main{background:var(--accent);color:var(--on);font-weight:600}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
fieldset{margin:24px 0 0;padding:12px 16px;border:1px dashed var(--line);border-radius:6px}
legend{padding:0 4px;font-weight:600;font-size:14px}
fieldset p{margin:0 0 8px;color:var(--soft);font-size:14px}
label{display:flex;gap:12px;align-items:center;min-height:36px}
.field{display:block;margin:0 0 12px}
.field input,select{display:block;width:100%;min-height:44px;padding:8px 12px;border:1px solid var(--soft);border-radius:6px;background:var(--surface);color:var(--ink);font:inherit}
.field small{color:var(--soft)}
h2{margin:32px 0 12px;font-size:18px}
.rows{list-style:none;margin:0 0 16px;padding:0}
.rows li{padding:12px 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
.rows b{float:right;margin-left:16px}
.rows small{display:block;color:var(--soft)}
summary{min-height:36px;cursor:pointer;color:var(--accent)}
.problem{border-left:4px solid #b8341b;padding-left:12px}
`

export function cashierPage(order: Order, state: OrderState, language: CashierLanguage, returnUrl: string): string {
  const words = cashierWords[language]
  const details = `<div class="amount"><span>${words.amount}</span><b>¥&nbsp;${yuan(order.amount)}</b></div>
${terms([
  [words.payee, order.payee],
  [words.payer, order.payer],
  [words.notice, order.noticeNumber],
  [words.period, order.period],
])}`
  const body =
    state === 'OPEN'
      ? paymentForm(order, language)
      : `<p role="status">${words.settled[state]}</p><p><a href="${escapeHtml(returnUrl)}">${words.back}</a></p>`
  return page(language, words.title, `${details}${body}`, `/pay/${order.token}`)
}

export function unknownOrderPage(
  language: CashierLanguage,
  returnUrl: string,
  title = cashierWords[language].unknownTitle,
): string {
  const words = cashierWords[language]
  return page(
    language,
    title,
    `<p>${words.unknownText}</p><p><a href="${escapeHtml(returnUrl)}">${words.back}</a></p>`,
    undefined,
  )
}

function paymentForm(order: Order, language: CashierLanguage): string {
  const words = cashierWords[language]
  return `<form method="post" action="/pay/${order.token}?lang=${language}">
<button class="main" name="action" value="pay">${words.pay} ¥&nbsp;${yuan(order.amount)}</button>
<button name="action" value="later">${words.later}</button>
<button name="action" value="fail">${words.fail}</button>
<fieldset><legend>${words.testLegend}</legend><p>${words.testNote}</p>${choices('behaviour', words.behaviours, BEHAVIOURS)}</fieldset>
</form>
<p><a href="${withLanguage('/rehearsal', language)}">${words.rehearsal}</a></p>`
}
