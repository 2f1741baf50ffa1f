import type { EnforcementPaper } from '../legal-steps.ts'
import type { KindWords } from './kind-words.ts'

const ifUnpaid =
  'If it is not paid by then, the agency may ask banks and other institutions for your accounts and apply for a decision to allocate the premiums from them; if the balance does not suffice, it may require a guarantee and an agreement on later payment; without payment in full and without a guarantee it may apply to the people’s court to seize, seal and auction property worth what is owed, and take the premiums from the proceeds (Social Insurance Law, article 63). The competent department also fines one to three times what is owed (article 86).'

/** What each paper says in English: a translation, and it says so. */
export const kindWordsEn: Record<EnforcementPaper, KindWords> = {
  ORDER: {
    title: 'Order to pay social insurance premiums',
    lines: [
      'It was found that your unit {ground} ({finding}). Since {from} it owes premiums of RMB {principal}; the late fee of 0.05% a day comes to RMB {lateFee} up to {on}; together RMB {total} (in Chinese capitals: {capitals}).',
      'Under articles 63 and 86 of the Social Insurance Law and article 16 of the Provisions on declaring and paying premiums (order 20 of 2013), your unit is ordered to pay this within {payDays} working days of receiving this order, against the bills listed. The late fee runs every day until all is paid.',
      ifUnpaid,
    ],
  },
  QUERY_LETTER: {
    title: 'Inquiry about deposit accounts',
    lines: [
      '{unit} owes social insurance premiums and did not pay by the term of the order (issued {orderOn}, ended {orderEnds}). Under article 63 of the Social Insurance Law you are asked for the deposit accounts of this unit (credit code {code}).',
      'Please answer in writing or through the bank interface: the number of every account that it keeps with you, the balance of each, as of when, and the reference of your answer; also if there is none.',
      'What you answer serves the collection of premiums alone. Please keep it confidential and tell neither the unit nor anyone else.',
    ],
  },
  ALLOCATION_APPLICATION: {
    title: 'Application to allocate social insurance premiums',
    lines: [
      'Under article 63 of the Social Insurance Law a decision is applied for, to allocate premiums:',
      '1. Unit: {unit}, credit code {code}.',
      '2. Bank and account: {bank}, account {account}, balance RMB {balance} as of {asOf} (reference {reference}).',
      '3. Facts and grounds: {facts} Ordered to pay on {orderOn}, served {orderServed}, term ended {orderEnds} without payment in full.',
      '4. Amount applied for: RMB {total} (in Chinese capitals: {capitals}), of it premiums RMB {principal} and late fee up to {on} RMB {lateFee}.',
      '5. Other: {other}',
    ],
  },
  DEMAND: {
    title: 'Demand for payment',
    lines: [
      'Your unit was ordered to pay (served {orderServed}, term ended {orderEnds}) and still owes premiums of RMB {principal} and a late fee of RMB {lateFee} up to {on}, together RMB {total} (in Chinese capitals: {capitals}).',
      'Under article 35 of the Administrative Coercion Law you are called upon to pay this within {termDays} working days of receiving this demand, against the bills listed, into the collection account for social insurance premiums. The late fee runs every day until all is paid.',
      'If you do not pay by then without good reason, it will be decided under article 63 of the Social Insurance Law and article 37 of the Administrative Coercion Law to allocate the amount, and your bank will be told in writing.',
    ],
  },
  ALLOCATION_DECISION: {
    title: 'Decision to allocate social insurance premiums',
    lines: [
      '{unit} (credit code {code}) owes social insurance premiums. After the order to pay ({orderOn}) and the demand ({demandOn}), {hiding}it still owes premiums of RMB {principal} and a late fee of RMB {lateFee}.',
      'Reasons: {reasons}',
      'Under article 63 of the Social Insurance Law and articles 37 and 47 of the Administrative Coercion Law it is decided to allocate RMB {decided} (in Chinese capitals: {decidedCapitals}) of premiums and late fee from your account with {bank} ({account}).',
    ],
  },
  BANK_NOTICE: {
    title: 'Notice to the bank to allocate',
    lines: [
      'Under article 63 of the Social Insurance Law, article 47 of the Administrative Coercion Law and the decision of {decisionOn}, please allocate at once on receiving this notice RMB {noticed} (in Chinese capitals: {noticedCapitals}) from account {account} of {unit} (credit code {code}) to the collection account for social insurance premiums.',
      'If the balance does not suffice, allocate what there is and say how much. Please issue a receipt with the amount, the value date and your reference.',
      'Nothing but what the law provides may delay the allocation; if the account is frozen by law or another allocation comes first, please say so in writing.',
    ],
  },
  DEFERRAL_AGREEMENT: {
    title: 'Agreement on later payment',
    lines: [
      'Between {office} (A) and {unit}, credit code {code} (B). The accounts of B hold less than what it owes; both agree under article 63 of the Social Insurance Law.',
      '1. B acknowledges that it owes premiums of RMB {principal} and a late fee of RMB {lateFee} as of {on}, together RMB {total} (in Chinese capitals: {capitals}).',
      '2. B gives a guarantee by {guaranteeKind}: {guarantee}, valued at RMB {guaranteeValue} (valuation {valuationNo}), registered under {registrationNo}.',
      '3. B pays by the instalments below, the last within {deferralMonths} months of signing.',
      '4. As long as B keeps to them no late fee is added, and the benefits of its employees are not affected.',
      '5. If an instalment is not paid in full when due, the late fee runs again from that day; after notice in writing A may realise the guarantee or apply to the people’s court.',
    ],
  },
  BREACH_NOTICE: {
    title: 'Notice of breach of the agreement on later payment',
    lines: [
      'An instalment of the agreement signed on {deferralOn} was not paid in full; the agreement is broken since {breachedOn}. Your unit owes premiums of RMB {principal} and a late fee of RMB {lateFee}, together RMB {total} (in Chinese capitals: {capitals}); the late fee runs again since the breach.',
      'Under article 63 of the Social Insurance Law and the agreement, the guarantee will be realised ({guaranteeKind}: {guarantee}, registered under {registrationNo}); if it does not suffice, the people’s court will be applied to.',
      'You may pay all that is owed at any time; the case ends then.',
    ],
  },
  COURT_DEMAND: {
    title: 'Demand before applying to the court',
    lines: [
      'Your unit still owes premiums of RMB {principal} and a late fee of RMB {lateFee} up to {on}, together RMB {total} (in Chinese capitals: {capitals}), and has given no guarantee.',
      'Under article 54 of the Administrative Coercion Law you are called upon to pay. If you have not paid {courtDemandDays} working days after this demand was served, the agency applies to the competent people’s court under article 63 of the Social Insurance Law and article 53 of the Administrative Coercion Law.',
      'You may comment on the facts and the amount, or give a guarantee and ask for an agreement on later payment.',
    ],
  },
  COURT_APPLICATION: {
    title: 'Application for enforcement by the court',
    lines: [
      'Applicant: {office}. Respondent: {unit}, credit code {code}.',
      'Request: to seize, seal and auction property of the respondent worth what it owes, and to take from the proceeds premiums of RMB {principal} and a late fee of RMB {lateFee} up to {on}, together RMB {total} (in Chinese capitals: {capitals}).',
      'Facts and grounds: {facts} The order to pay was served on {orderServed}, its term ended {orderEnds}; the demand before the court was served on {courtDemandServed}, its term ended {courtDemandEnds}; the respondent neither paid nor gave a guarantee; the time for review and litigation is over.',
      'Basis: Social Insurance Law, article 63; Administrative Coercion Law, articles 53 to 55.',
      'Annexed: the decision and demands with their service receipts, comments of the respondent, statement of what is owed, leads to assets.',
    ],
  },
  SEIZURE_LIST: {
    title: 'List of what is sealed and distrained',
    lines: [
      'Of the debtor {unit} (credit code {code}), which owes social insurance premiums, the property below is sealed and distrained on {on} under the ruling of {ruledOn} to enforce ({ruling}) and article 63 of the Social Insurance Law.',
      'It is worth what is owed: premiums of RMB {principal} and a late fee of RMB {lateFee} up to {on}, together RMB {total} (in Chinese capitals: {capitals}); no more than the enforcement needs may be taken (Administrative Coercion Law, article 23).',
      'Nobody may use, move or damage it; once all is paid, it is released. Of this list the debtor and the court that enforces keep one copy each.',
    ],
  },
  OFFSET_STATEMENT: {
    title: 'Statement of proceeds and offset',
    lines: [
      'What was sealed and distrained of the debtor {unit} (credit code {code}) was sold at auction on {auctionOn} (report {reportNo}) for RMB {proceeds}.',
      'Under article 63 of the Social Insurance Law, after costs of RMB {costs}, RMB {offset} is set off against the premiums and late fee owed; the rest of RMB {surplus} is returned to the debtor.',
      'Before this RMB {total} (in Chinese capitals: {capitals}) was owed; RMB {rest} is still owed after it.',
    ],
  },
  SUSPENSION_DECISION: {
    title: 'Decision to suspend enforcement',
    lines: [
      'In the matter of premiums owed by {unit}, RMB {total} (in Chinese capitals: {capitals}) is still owed.',
      'Because {suspension}: {explanation}',
      'Under article 39 of the Administrative Coercion Law enforcement is suspended from {on}. It is resumed when the cause is gone; where no evident harm to society arises and the unit is unable to pay, what was suspended for {suspensionMonths} months is enforced no more.',
    ],
  },
  TERMINATION_DECISION: {
    title: 'Decision to terminate enforcement',
    lines: [
      'In the matter of premiums owed by {unit}, RMB {total} (in Chinese capitals: {capitals}) is still owed.',
      'Because {termination} (document {documentNo}): {explanation}',
      'Under article 40 of the Administrative Coercion Law enforcement ends on {on}. This does not release from the duty to pay; whether the debt is written off is decided separately.',
    ],
  },
  FINE_NOTICE: {
    title: 'Notice of an intended administrative penalty',
    lines: [
      'Fine case {fineNumber}. {unit} (credit code {code}) was ordered to pay ({orderOn}, served {orderServed}) and had not paid in full when the term ended on {orderEnds}; it then owed premiums of RMB {arrears}.',
      'Facts and grounds: {reasons}',
      'Under article 86 of the Social Insurance Law (a fine of one to three times the arrears) and article 44 of the Administrative Penalty Law it is intended to fine your unit RMB {total} (in Chinese capitals: {capitals}).',
      'A fine is counted apart from premiums and late fee; neither settles the other.',
    ],
  },
  FINE_DECISION: {
    title: 'Decision on an administrative penalty',
    lines: [
      'Fine case {fineNumber}. {unit} (credit code {code}) was ordered to pay and still owed premiums of RMB {arrears} when the term ended on {orderEnds}. On {noticeOn} it was told what was intended, and of its right to state its case and to be heard. {heard}',
      'Reasons: {reasons}',
      'Under article 86 of the Social Insurance Law and article 57 of the Administrative Penalty Law it is decided to impose a fine of RMB {total} (in Chinese capitals: {capitals}).',
      'Please pay the fine into the treasury at the bank designated for it within {finePayDays} days of receiving this decision (Administrative Penalty Law, articles 67 and 74). If it is late, three per cent of it may be added every day, and no more than the fine itself (article 72). Paying the fine does not release from premiums and late fee.',
    ],
  },
  NO_FINE_DECISION: {
    title: 'Decision not to impose a penalty',
    lines: [
      'Fine case {fineNumber}. {unit} (credit code {code}) was ordered to pay and owed premiums of RMB {arrears} when the term ended on {orderEnds}.',
      'Reasons: {reasons}',
      'Under article 57 of the Administrative Penalty Law it is decided to impose no penalty. Premiums and late fee are still to be paid.',
    ],
  },
}
