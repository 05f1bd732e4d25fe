"""Writing whole trips: bundles and workbooks."""
