/** @type {import('armature').Hooks<'crm.opportunity'>} */
export default {
  entity: 'crm.opportunity',
  job: { follow_up: followUp, low_activity: lowActivity },
  // The same at once, for whoever does not want to wait for Monday.
  action: {
    follow_up: { title: 'Follow-up mails for sleeping opportunities', params: {}, run: followUp },
    low_activity: { title: 'Alerts for customers without activity', params: { days: { type: 'integer', min: 1 } }, run: lowActivity },
  },
}

// One mail to each owner, in his language, about what sleeps or should have been closed by now.
function followUp(input, ctx) {
  const waiting = ctx.db.find('crm.opportunity', 'sleeping || overdue', {
    sort: 'expected_close,code',
    limit: 1000,
    fields: 'code,name,stage,amount,expected_close,sleeping,currency(code),customer(name),owner(id,email,locale,active)',
  })
  const byOwner = new Map()
  for (const opportunity of waiting) {
    const owner = /** @type {any} */ (opportunity.owner)
    if (!owner?.email || !owner.active) continue
    byOwner.set(owner.id, [...(byOwner.get(owner.id) ?? []), opportunity])
  }
  for (const opportunities of byOwner.values()) mail(opportunities[0].owner, opportunities, ctx)
  return { mails: byOwner.size, opportunities: waiting.length }
}

// Customers that nobody has been in touch with for as long as the job says, to whoever looks after them.
function lowActivity(input, ctx) {
  const days = input.days ?? 90
  const quiet = ctx.db.find(
    'crm.customer',
    `status == 'active' && created_at < addDays(now(), -${days}) && count(activities, created_at > addDays(now(), -${days})) == 0`,
    { sort: 'name', limit: 500, fields: 'id,code,name,account_manager,owner' },
  )
  for (const customer of quiet) {
    const keeper = customer.account_manager ?? customer.owner
    if (!keeper) continue
    const said = (locale) => ctx.t('Nobody has been in touch with {name} for {days} days', { name: customer.name, days }, locale)
    ctx.notify(keeper, { en: said('en'), fr: said('fr') }, { body: customer.code, group: 'crm.low_activity' })
  }
  return { customers: quiet.length }
}

function mail(owner, opportunities, ctx) {
  const locale = owner.locale ?? 'en'
  const lines = opportunities.map((one) => {
    const amount = one.amount ? `${one.amount} ${one.currency?.code ?? ''}`.trim() : '–'
    const why = one.sleeping ? ctx.t('sleeping', {}, locale) : ctx.t('overdue', {}, locale)
    return `${one.code}  ${one.name}\n    ${one.customer.name}, ${amount}: ${why}`
  })
  ctx.mail({
    to: owner.email,
    subject: ctx.t('{count} opportunities wait for you', { count: opportunities.length }, locale),
    text: `${ctx.t('These opportunities have been quiet for too long, or should have been closed by now:', {}, locale)}\n\n${lines.join('\n')}\n`,
  })
}
