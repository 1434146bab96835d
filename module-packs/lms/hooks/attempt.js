/** @type {import('armature').Hooks<'lms.attempt'>} */
export default {
  // Which attempt at the quiz this is. Of two that begin at once, one is refused: a number is there once.
  beforeValidate(attempt, ctx) {
    if (!ctx.isNew || !attempt.enrolment || !attempt.quiz) return
    const [last] = ctx.db.find('lms.attempt', { enrolment: attempt.enrolment, quiz: attempt.quiz }, { sort: '-round', limit: 1 })
    attempt.round = last ? last.round + 1 : 1
  },
}
