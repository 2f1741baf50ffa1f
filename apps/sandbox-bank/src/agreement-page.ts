import { DEBIT_OUTCOMES } from './agreement.ts'
import type { Agreement } from './agreement.ts'
import { agreementWords } from './agreement-words.ts'
import { cashierWords } from './cashier-words.ts'
import type { CashierLanguage } from './cashier-words.ts'
import { BEHAVIOURS } from './order.ts'
import { choices, escapeHtml, page, terms, withLanguage } from './page.ts'

export function agreementPage(agreement: Agreement, language: CashierLanguage, returnUrl: string): string {
  const words = agreementWords[language]
  const { state } = agreement
  const details = terms([
    [words.holder, agreement.accountHolder],
    [words.account, agreement.account],
    [words.payee, agreement.payee],
    [words.number, agreement.agreementNo],
  ])
  const top =
    state === 'PENDING'
      ? `<p>${words.text}</p>${details}`
      : `${details}<p role="status">${words.states[state]}</p><p><a href="${escapeHtml(returnUrl)}">${cashierWords[language].back}</a></p>`
  const form = state === 'PENDING' || state === 'ACTIVE' ? pressForm(agreement, language) : ''
  return page(language, words.title, `${top}${form}`, `/agree/${agreement.token}`)
}

function pressForm({ token, state, outcome, behaviour }: Agreement, language: CashierLanguage): string {
  const words = agreementWords[language]
  const button = (action: string, label: string, main = false) =>
    `<button${main ? ' class="main"' : ''} name="action" value="${action}">${label}</button>`
  const options = `<fieldset><legend>${words.outcomeLegend}</legend><p>${words.outcomeNote}</p>${choices('outcome', words.outcomes, DEBIT_OUTCOMES, outcome)}</fieldset>
<fieldset><legend>${words.behaviourLegend}</legend>${choices('behaviour', cashierWords[language].behaviours, BEHAVIOURS, behaviour)}</fieldset>`
  const buttons =
    state === 'PENDING'
      ? `${button('agree', words.agree, true)}${button('refuse', words.refuse)}${button('later', words.later)}${options}`
      : `${options}<br>${button('change', words.change)}`
  return `<form method="post" action="${escapeHtml(withLanguage(`/agree/${token}`, language))}">${buttons}</form>
<p><a href="${withLanguage('/rehearsal', language)}">${cashierWords[language].rehearsal}</a></p>`
}
