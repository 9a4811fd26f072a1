import { TextArea } from './field.tsx';
import { Form } from './form.tsx';

type Props = {
  title: string;
  /** What it means to withdraw it. */
  what?: string;
  /** The labels of the reason and of the button. */
  words: { why: string; submit: string };
  /** Which of several things on the page is withdrawn. */
  of?: { name: string; id: string };
  open: boolean;
  written: string;
  error: string | undefined;
};

/** Takes back what was recorded, with a reason: folded away until somebody wants it. */
export function WithdrawForm({ title, what, words, of, open, written, error }: Props) {
  return (
    <details className="disclosure only-screen" open={open}>
      <summary>{title}</summary>
      {what && <p>{what}</p>}
      <Form method="post" noValidate>
        {of && <input type="hidden" name={of.name} value={of.id} />}
        <TextArea
          id={of ? `why-${of.id}` : 'withdraw-why'}
          name="why"
          label={words.why}
          error={error}
          defaultValue={written}
          rows={3}
        />
        <div className="actions">
          <button className="button button-secondary" name="intent" value="withdraw" type="submit">
            {words.submit}
          </button>
        </div>
      </Form>
    </details>
  );
}
