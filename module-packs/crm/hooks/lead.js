/** @type {import('armature').Hooks<'crm.lead'>} */
export default {
  // How promising a lead is, from 0 to 100: whether there is somebody to talk to, where it came from, what it may bring.
  beforeSave(lead) {
    let score = 0
    if (lead.email) score += 15
    if (lead.phone) score += 15
    if (lead.organisation_name) score += 10
    if (lead.contact_name) score += 10
    if (lead.website) score += 5
    if (lead.source === 'referral') score += 15
    if (lead.expected_amount?.atLeast('50000')) score += 30
    else if (lead.expected_amount?.atLeast('10000')) score += 15
    lead.score = Math.min(score, 100)
  },
}
