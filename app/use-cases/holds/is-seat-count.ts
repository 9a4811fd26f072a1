const mostSeats = 500;

/** Whether a hold may have this many seats. */
export const isSeatCount = (seats: number) => Number.isInteger(seats) && seats >= 1 && seats <= mostSeats;
