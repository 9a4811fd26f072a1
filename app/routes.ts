import { index, type RouteConfig, route } from '@remix-run/route-config';

/** Every address. A test walks them all with every role. */
export default [
  index('routes/home.tsx'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/code', 'routes/sign-in-code.tsx'),
  route('sign-in/demo', 'routes/sign-in-demo.ts'),
  route('sign-out', 'routes/sign-out.ts'),
  route('language', 'routes/language.ts'),
  route('profile', 'routes/profile.tsx'),

  route('my-certificate', 'routes/my-certificate.tsx'),
  route('my-certificate/:number/:language', 'routes/certificate-file.ts'),
  route('courses', 'routes/courses.tsx'),
  route('enrolments/:enrolmentId/steps/:step', 'routes/step.tsx'),
  route('enrolments/:enrolmentId/steps/:step/questions/:slot', 'routes/question.tsx'),
  route('enrolments/:enrolmentId/steps/:step/review', 'routes/quiz-review.tsx'),
  route('enrolments/:enrolmentId/steps/:step/place', 'routes/reading-place.ts'),
  route('submissions/:submissionId/files/:sha256', 'routes/submission-file.ts'),
  route('guidance', 'routes/guidance.tsx'),

  route('grading', 'routes/grading.tsx'),
  route('grading/:submissionId', 'routes/grade-submission.tsx'),
  route('appeals/:appealId', 'routes/appeal.tsx'),
  route('holds', 'routes/holds.tsx'),
  route('holds/:holdId', 'routes/hold.tsx'),
  route('holds/:holdId/import', 'routes/hold-import.tsx'),
  route('holds/:holdId/people/:enrolmentId', 'routes/learner.tsx'),

  route('readiness', 'routes/readiness.tsx'),
  route('readiness/map.svg', 'routes/readiness-map.ts'),
  route('readiness/table.csv', 'routes/readiness-csv.ts'),
  route('municipalities/:code', 'routes/municipality.tsx'),
  route('certificates', 'routes/certificates.tsx'),
  route('certificates/:number', 'routes/certificate.tsx'),
  route('people', 'routes/people.tsx'),
  route('people/:personId', 'routes/person.tsx'),
  route('search', 'routes/search.tsx'),

  route('check', 'routes/check.tsx'),
  route('v/:code', 'routes/verify.tsx'),
  route('help', 'routes/help.tsx'),
  route('privacy', 'routes/privacy.tsx'),
  route('accessibility', 'routes/accessibility.tsx'),
  route('contact', 'routes/contact.tsx'),
  route('*', 'routes/missing.tsx'),
] satisfies RouteConfig;
