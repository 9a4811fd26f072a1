import { useActionData } from '@remix-run/react';
import { useEffect, useRef } from 'react';

/** Gives what answers a form the focus when it comes and with every new answer: the button may stand far from it. */
export function useAnswerFocus<Element extends HTMLElement>() {
  const place = useRef<Element>(null);
  const answer = useActionData<object>();
  useEffect(() => {
    void answer;
    place.current?.focus();
  }, [answer]);
  return place;
}
