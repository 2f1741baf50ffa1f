import type { EnforcementReply } from '@shebao/bank-protocol/enforcement'
import type { CashierLanguage } from './cashier-words.ts'
import { enforcementStatus, MANNERS } from './enforcement.ts'
import type { HeldRequest } from './enforcement.ts'
import { enforcementWords } from './enforcement-words.ts'
import type { MannerChosen } from './journal.ts'
import { choices, escapeHtml, page, withLanguage, yuan } from './page.ts'

const self = '/rehearsal/enforcement'
export interface EnforcementShown {
  chosen: MannerChosen
  /** Newest first. */
  held: readonly HeldRequest[]
}
/** What was typed and refused, so that nothing is lost. */
type Refused = Record<string, string> | undefined

export function enforcementPage(
  { chosen, held }: EnforcementShown,
  language: CashierLanguage,
  refused?: Refused,
): string {
  const words = enforcementWords[language]
  const typed = refused && !refused['request'] ? refused : undefined
  const list = held.map((one) => requestItem(one, language, refused)).join('')
  return page(
    language,
    words.title,
    `<p>${words.lead}</p>${refused ? `<p role="alert" class="problem">${words.problem}</p>` : ''}
<h2>${words.newTitle}</h2>${mannerForm(language, words.keep, 'new', {
      manner: chosen.manner,
      account: typed?.['account'] ?? chosen.account ?? '',
      balance: typed?.['balance'] ?? (chosen.balance === undefined ? '' : yuan(chosen.balance).replaceAll(',', '')),
    })}
<h2>${words.requestsTitle}</h2>${held.length === 0 ? `<p>${words.none}</p>` : `<ul class="rows">${list}</ul>`}`,
    self,
  )
}

function requestItem(held: HeldRequest, language: CashierLanguage, refused: Refused): string {
  const words = enforcementWords[language]
  const { request, replies } = held
  const { state } = enforcementStatus(held)
  const said = replies.map((reply) => `<small>${escapeHtml(replyLine(reply, language))}</small>`).join('')
  const sum = request.kind === 'ALLOCATION' ? `<b>¥&nbsp;${yuan(request.amount)}</b>` : ''
  const typed = refused?.['request'] === request.request ? refused : undefined
  const form =
    state === 'WITHDRAWN'
      ? ''
      : `<details${typed || state === 'OPEN' ? ' open' : ''}><summary>${words.answer}</summary>${mannerForm(
          language,
          words.answer,
          request.request,
          { manner: 'AT_ONCE', account: typed?.['account'] ?? '', balance: typed?.['balance'] ?? '' },
        )}</details>`
  return `<li>${sum}${words.kinds[request.kind]} · ${escapeHtml(request.unit.name)} · ${words.states[state]}
<small>${escapeHtml(`${request.request} · ${words.case} ${request.caseNumber} · ${words.issued} ${request.issuedOn}`)}</small>${said}${form}</li>`
}

function replyLine(reply: EnforcementReply, language: CashierLanguage): string {
  const words = enforcementWords[language]
  const line =
    reply.kind === 'INQUIRY'
      ? words.inquiryReply(reply.account, yuan(reply.balance), reply.asOf)
      : words.allocationReply(yuan(reply.amount), reply.account, reply.valueDate)
  return `${line}${reply.more ? words.more : ''} · ${reply.reference}`
}

/** For one request, or, as `new`, for all that come. */
function mannerForm(
  language: CashierLanguage,
  button: string,
  of: string,
  { manner, account, balance }: { manner: (typeof MANNERS)[number]; account: string; balance: string },
): string {
  const words = enforcementWords[language]
  const input = (name: 'account' | 'balance', label: string, hint: string, value: string, mode: string) =>
    `<label class="field" for="${name}-${of}">${label}<input id="${name}-${of}" name="${name}" maxlength="30" inputmode="${mode}" value="${escapeHtml(value)}" aria-describedby="${name}-${of}-hint"><small id="${name}-${of}-hint">${hint}</small></label>`
  const offered = of === 'new' ? MANNERS : MANNERS.filter((one) => one !== 'BY_HAND')
  return `<form method="post" action="${escapeHtml(withLanguage(self, language))}">${of === 'new' ? '' : `<input type="hidden" name="request" value="${escapeHtml(of)}">`}
<fieldset><legend>${words.mannerLegend}</legend>${choices('manner', words.manners, offered, manner)}</fieldset><br>
${input('account', words.account, words.accountHint, account, 'numeric')}
${input('balance', words.balance, words.balanceHint, balance, 'decimal')}
<button class="main">${button}</button></form>`
}
