import type { Arrival } from './arrival.ts'
import type { CashierLanguage } from './cashier-words.ts'
import { enforcementWords } from './enforcement-words.ts'
import { FLAW_KINDS } from './flaw.ts'
import type { Flaw } from './flaw.ts'
import { choices, escapeHtml, page, withLanguage, yuan } from './page.ts'
import { rehearsalWords } from './rehearsal-words.ts'

export interface RehearsalDay {
  day: string
  /** What arrived on the day. */
  arrivals: readonly Arrival[]
  flaws: readonly Flaw[]
}

/** What was typed and refused, so that nothing is lost. */
export interface RefusedTransfer {
  payerName: string
  amount: string
  remittance: string
}

export function rehearsalPage(shown: RehearsalDay, language: CashierLanguage, refused?: RefusedTransfer): string {
  const words = rehearsalWords[language]
  const self = `/rehearsal?day=${shown.day}`
  return page(
    language,
    words.title,
    `${transferForm(self, language, refused)}
<h2>${words.filesTitle} · ${shown.day}</h2><p>${words.filesNote}</p>
${dayForm(shown.day, language)}
${shown.arrivals.length === 0 ? `<p>${words.noArrivals}</p>` : flawForm(shown, self, language)}
<form method="post" action="${escapeHtml(withLanguage(self, language))}"><button name="action" value="unknown">${words.unknown}</button></form>
${flawList(shown, self, language)}
<p><a href="${withLanguage('/rehearsal/enforcement', language)}">${enforcementWords[language].link}</a></p>`,
    self,
  )
}

function transferForm(self: string, language: CashierLanguage, refused: RefusedTransfer | undefined): string {
  const words = rehearsalWords[language]
  const input = (name: keyof RefusedTransfer, label: string, hint?: string, more = '') =>
    `<label class="field" for="${name}">${label}<input id="${name}" name="${name}" required maxlength="140" value="${escapeHtml(
      refused?.[name] ?? '',
    )}"${hint ? ` aria-describedby="${name}-hint"` : ''}${more}>${hint ? `<small id="${name}-hint">${hint}</small>` : ''}</label>`
  return `<h2>${words.transferTitle}</h2>${refused ? `<p role="alert" class="problem">${words.problem}</p>` : ''}
<form method="post" action="${escapeHtml(withLanguage(self, language))}">
${input('payerName', words.payer)}
${input('amount', words.amount, words.amountHint, ' inputmode="decimal"')}
${input('remittance', words.remittance, words.remittanceHint)}
<button class="main" name="action" value="transfer">${words.transfer}</button></form>`
}

function dayForm(day: string, language: CashierLanguage): string {
  const words = rehearsalWords[language]
  return `<form method="get" action="/rehearsal"><input type="hidden" name="lang" value="${language}">
<label class="field" for="day">${words.day}<input id="day" type="date" name="day" value="${day}" required></label>
<button>${words.day} →</button></form>`
}

function flawForm({ arrivals }: RehearsalDay, self: string, language: CashierLanguage): string {
  const words = rehearsalWords[language]
  const options = arrivals
    .map(
      ({ reference, amount, payerName, remittance }) =>
        `<option value="${reference}">${escapeHtml(`¥ ${yuan(amount)} · ${payerName} · ${remittance}`)}</option>`,
    )
    .join('')
  return `<form method="post" action="${escapeHtml(withLanguage(self, language))}">
<label class="field" for="reference">${words.entry}<select id="reference" name="reference">${options}</select></label>
<fieldset><legend>${words.flaw}</legend>${choices('kind', words.flaws, FLAW_KINDS)}</fieldset><br>
<button name="action" value="spoil">${words.spoil}</button></form>`
}

function flawList({ flaws, arrivals }: RehearsalDay, self: string, language: CashierLanguage): string {
  if (flaws.length === 0) return ''
  const words = rehearsalWords[language]
  const rows = flaws.map((flaw) => {
    const of = flaw.kind === 'UNKNOWN' ? flaw.entry : arrivals.find((arrival) => arrival.reference === flaw.reference)
    const label = flaw.kind === 'UNKNOWN' ? words.unknownSpoilt : words.flaws[flaw.kind]
    return `<li>${of ? `<b>¥&nbsp;${yuan(of.amount)}</b>` : ''}${label}<small>${of ? escapeHtml(`${of.payerName} · ${of.reference}`) : ''}</small></li>`
  })
  return `<h2>${words.spoilt}</h2><ul class="rows">${rows.join('')}</ul>
<form method="post" action="${escapeHtml(withLanguage(self, language))}"><button name="action" value="mend">${words.mend}</button></form>`
}
