// Stands in for a worker that cannot start.
throw new Error("this program is broken");
